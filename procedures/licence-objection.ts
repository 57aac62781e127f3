import type { Fields } from './fields.ts';
import { HOLDER, licenceObjectionForm, OBJECTORS } from './forms/licence-objection.ts';
import { statutory } from './limits.ts';
import { type Citation, cite, type Jurisdiction } from './regulations.ts';
import type { ClockRule, Edition, Effect, Procedure, Seat } from './schema.ts';

type Wording = {
  id: string;
  jurisdiction: Jurisdiction;
  title: string;
  basis: Citation;
  edition: Edition;
  /** What the issuer receives: 热线工单, 异议申请. */
  received: string;
  /** Who objects, as the form asks it. */
  objectors: Fields;
  /** Working days to mark the licence and to verify, both from receipt of the order. */
  markWorkingDays: number;
  verifyWorkingDays: number;
  houseRules: string[];
};

/** The unit that issued the licence; where the order does not name it, the one that the jurisdiction has for all. */
const ISSUER: Seat = { role: 'licence-issuer', department: 'issuer' };

const CORRECTION: Fields = { correction: { title: '更正的内容', type: 'text', maxLength: 4000 } };
/** 将处理结果告知异议人. */
const REPLY: Fields = { reply: { title: '告知的处理结果和方式', type: 'text', maxLength: 4000 } };

const LICENCE = { thing: 'licence', field: 'licenceNo' } as const;
const UNMARK: Effect = { register: 'licences', op: 'unmark', key: LICENCE, own: true };

/** 电子证照异议：标注与核实并行，均自收到之日起算；核实后告知异议人。The two regulations differ in one number. */
const licenceObjection = (text: Wording): Procedure => {
  const fromReceipt = (workingDays: number): ClockRule => ({
    limit: statutory(workingDays, 'working-day', text.basis),
    from: { fact: 'receivedAt' },
  });
  return {
    id: text.id,
    family: 'licence-objection',
    jurisdiction: text.jurisdiction,
    title: text.title,
    basis: text.basis,
    edition: text.edition,
    submitters: ['hotline'],
    form: licenceObjectionForm(text.received, text.objectors),
    start: ['mark', 'verify'],
    stages: {
      mark: {
        title: '异议标注',
        basis: text.basis,
        by: ISSUER,
        clocks: [fromReceipt(text.markWorkingDays)],
        outcomes: {
          marked: { title: '已标注', effects: [{ register: 'licences', op: 'mark', key: LICENCE }] },
        },
      },
      verify: {
        title: '核实',
        basis: text.basis,
        by: ISSUER,
        gate: ['mark'],
        clocks: [fromReceipt(text.verifyWorkingDays)],
        outcomes: {
          corrected: {
            title: '异议成立，予以更正',
            demands: ['fields'],
            fields: CORRECTION,
            opens: ['reply'],
          },
          upheld: { title: '异议不成立，维持原内容', demands: ['reasons'], opens: ['reply'] },
        },
      },
      reply: {
        title: '告知异议人',
        basis: text.basis,
        by: ISSUER,
        sharesClockOf: 'verify',
        outcomes: { told: { title: '已告知', demands: ['fields'], fields: REPLY, ends: { as: 'verify' } } },
      },
    },
    endings: { corrected: '已更正', upheld: '维持原内容', withdrawn: '已撤回' },
    onEnding: {
      corrected: [{ register: 'licences', op: 'change', key: LICENCE }, UNMARK],
      upheld: [UNMARK],
      withdrawn: [UNMARK],
    },
    houseRules: text.houseRules,
  };
};

/** 第一百五十八条：发证单位收到热线处置工单后1个工作日内对相关电子证照进行异议标注，在5个工作日内核实情况，并将处理结果告知异议人。 */
export const lzLicenceObjection = licenceObjection({
  id: 'lz-licence-objection',
  jurisdiction: 'lz',
  title: '电子证照异议处理',
  basis: cite('LZ-P', '第一百五十八条'),
  edition: { id: '2021-1', validFrom: '2021-09-14', validThrough: '2023-09-13' },
  received: '热线工单',
  objectors: HOLDER,
  markWorkingDays: 1,
  verifyWorkingDays: 5,
  houseRules: [
    '两个时限都自收到热线工单起算，且5个工作日含告知，是本系统的理解。',
    '条文只写持证主体提出异议：工单须载明持证主体及其证件号码，以确认异议人即为持证主体，是本系统规则。',
  ],
});

/** 第二十二条：签发机构应当在收到异议申请2个工作日内进行异议标注，并在5个工作日内进行核实，核实后将处理结果告知异议申请人。 */
export const dqLicenceObjection = licenceObjection({
  id: 'dq-licence-objection',
  jurisdiction: 'dq',
  title: '电子证照核查申请',
  basis: cite('DQ-L', '第二十二条'),
  edition: { id: '1', validFrom: null },
  received: '异议申请',
  objectors: OBJECTORS,
  markWorkingDays: 2,
  verifyWorkingDays: 5,
  houseRules: [
    '两个时限都自收到异议申请起算，且5个工作日含告知，是本系统的理解。',
    '用证机构、持证主体和其他社会用证主体向签发机构提出的核查申请，由政务服务热线席位登记；持证主体提出的须载明证件号码以确认身份，是本系统规则，其他申请人只填名称。',
    '公布日期条文未载，本版本不设起始日。',
  ],
});
