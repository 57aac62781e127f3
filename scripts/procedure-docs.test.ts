import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allProcedures, type Procedure, procedureById } from '../procedures/index.ts';
import { stalePages, writePages } from './procedure-docs.ts';
import { procedurePages } from './procedure-pages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shixian-docs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the pages of the procedures', () => {
  const pages = procedurePages(allProcedures());

  it('name every procedure, its article and the standing of each of its limits', () => {
    const index = pages.get('docs/procedures.md') ?? '';
    for (const { id, title, family, jurisdiction } of allProcedures()) {
      const anchor = id.startsWith(`${jurisdiction}-`) ? id : `${id}-${jurisdiction}`;
      expect(index).toContain(`[${title}](procedures/${family}.md#${anchor})`);
      expect(pages.get(`docs/procedures/${family}.md`)?.split(`<a id="${anchor}"></a>`)).toHaveLength(2);
    }
    const share = pages.get('docs/procedures/share.md') ?? '';
    expect(share).toContain(
      '| 数据提供方审核 | 数据提供方 | 3个工作日（法定） | 同意授权（须有填写内容）；不同意（须有理由） |',
    );
    expect(share).toContain('| 平台管理单位初审 | 平台管理单位 | 2个工作日（目标） |');
  });

  it('are stale until they are written, and again when a procedure, or a page by hand, has changed', () => {
    expect(stalePages(root, pages)).toEqual([...pages.keys()].sort());
    expect(writePages(root, pages)).toHaveLength(pages.size);
    expect(stalePages(root, pages)).toEqual([]);
    const path = join(root, 'docs/procedures/share.md');
    writeFileSync(path, `${readFileSync(path, 'utf8')}手改`);
    expect(stalePages(root, pages)).toEqual(['docs/procedures/share.md']);
    writePages(root, pages);
    const fewer = procedurePages([procedureById('lz-share-conditional') as Procedure]);
    expect(stalePages(root, fewer)).toContain('docs/procedures/incident.md');
    writePages(root, fewer);
    expect(stalePages(root, fewer)).toEqual([]);
  });
});
