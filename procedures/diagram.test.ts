import { describe, expect, it } from 'vitest';
import { diagramOf, limitText } from './diagram.ts';
import { allProcedures, procedureById } from './index.ts';
import { statutory, target } from './limits.ts';
import { cite } from './regulations.ts';
import type { Procedure } from './schema.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const BASIS = cite('LZ-D', '第三十条');

describe('the diagram of a procedure', () => {
  it('has every stage with who acts and its limit, and an arrow for every outcome', () => {
    expect(diagramOf(share).split('\n')).toEqual([
      'flowchart TD',
      '  submitted(["提交"])',
      '  s_review["平台管理单位初审<br/>平台管理单位<br/>2个工作日（目标）"]',
      '  s_authorise["数据提供方审核<br/>数据提供方<br/>3个工作日（法定）"]',
      '  s_exchange["数据交换<br/>平台运维单位<br/>2个工作日（法定）"]',
      '  e_refused(["不予共享"])',
      '  e_granted(["已共享"])',
      '  submitted --> s_review',
      '  s_review -->|"初审通过"| s_authorise',
      '  s_review -->|"初审不通过"| e_refused',
      '  s_authorise -->|"同意授权"| s_exchange',
      '  s_authorise -->|"不同意"| e_refused',
      '  s_exchange -->|"已交换"| e_granted',
      '',
    ]);
  });

  it('marks where a case stands', () => {
    const lines = diagramOf(share, { done: ['review'], current: ['authorise'], ending: null }).split('\n');
    expect(lines.filter((line) => line.startsWith('  class '))).toEqual([
      '  class submitted,s_review done',
      '  class s_authorise current',
      '  class s_exchange future',
    ]);
    const ended = diagramOf(share, { done: ['review'], current: [], ending: 'refused' });
    expect(ended).toContain('  class submitted,s_review,e_refused done');
  });

  it('shows what a stage waits for and what a missed limit opens', () => {
    const virus = diagramOf(procedureById('lz-incident-virus') as Procedure);
    expect(virus).toContain('s_restore -.->|超时| s_inform');
    expect(diagramOf(procedureById('lz-licence-objection') as Procedure)).toContain(
      's_mark -.->|办结后方可办结| s_verify',
    );
  });

  it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
    '%s: no arrow leads to or from a box that is not there, and no label breaks out of its quotes',
    (_id, procedure) => {
      const lines = diagramOf(procedure)
        .split('\n')
        .filter((line) => line.startsWith('  '));
      const boxes = new Set(lines.flatMap((line) => /^ {2}(\w+)[[(]/.exec(line)?.[1] ?? []));
      const arrows = lines.filter((line) => /--?>/.test(line.replaceAll(/"[^"]*"/g, '')));
      for (const line of arrows) {
        const ends = /^ {2}(\w+) -[-.]+>(?:\|[^|]*\|)? (\w+)$/.exec(line);
        expect(ends, line).not.toBeNull();
        expect(boxes, line).toContain(ends?.[1]);
        expect(boxes, line).toContain(ends?.[2]);
      }
      for (const line of lines) expect((line.match(/"/g) ?? []).length % 2, line).toBe(0);
      for (const id of Object.keys(procedure.stages)) expect(boxes).toContain(`s_${id.replaceAll('-', '_')}`);
    },
  );

  it('a limit in words says its standing', () => {
    expect(limitText(statutory(3, 'working-day', BASIS))).toBe('3个工作日（法定）');
    expect(limitText(target(30, 'minute', BASIS))).toBe('30分钟（目标）');
    const rule = { kind: 'day-of-month', day: 25 } as const;
    const byDate = { unit: 'date', rule, move: 'none', kind: 'house', basis: BASIS } as const;
    expect(limitText(byDate)).toBe('每月25日前（本系统）');
    expect(
      limitText({ unit: 'day', amount: 15, prolongedByHolidays: true, kind: 'statutory', basis: BASIS }),
    ).toBe('15日，遇长假顺延（法定）');
    expect(limitText({ unit: 'hour', amount: 48, fromNextHour: true, kind: 'statutory', basis: BASIS })).toBe(
      '次时起48小时（法定）',
    );
  });
});
