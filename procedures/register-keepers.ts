import { type Citation, cite, type Jurisdiction } from './regulations.ts';
import type { Role } from './roles.ts';
import type { RegisterId } from './schema.ts';
import type { ThingId } from './things.ts';

/**
 * Who sees lines of a register though they are neither of their department nor of their deciding: in all of the jurisdiction.
 * `of`: of these kinds of things only. `marked`: only what is not simply in force: marked, suspended or closed.
 */
export type Reader = {
  by: Role | 'everybody';
  basis: Citation;
  of?: readonly ThingId[];
  marked?: true;
};
type Readers = Partial<Record<Jurisdiction, readonly Reader[]>>;

const MANAGER = 'platform-manager';
const OPERATOR = 'platform-operator';

/**
 * Who keeps each register (台账的管理单位): whoever an article has build it, approve what enters it, or take what is filed. A keeper sees a
 * line in full, personal data masked. What only one case is about, such as a filing with the service centre (LZ-P 第一百二十四条), is seen by
 * whoever decided it, without being named here.
 */
export const KEEPERS: Record<RegisterId, Readers> = {
  'data-grants': {
    lz: [
      { by: MANAGER, basis: cite('LZ-P', '第七十三条（三）、第七十六条') },
      { by: OPERATOR, basis: cite('LZ-P', '第七十三条（四）、第七十六条') },
    ],
    dq: [{ by: MANAGER, basis: cite('DQ-D', '第二十条、第二十二条') }],
    ly: [{ by: MANAGER, basis: cite('LY-E', '第十三条') }],
    ls: [{ by: MANAGER, basis: cite('LS-D', '第十九条、第四十一条、第四十三条') }],
  },
  resources: {
    lz: [
      { by: MANAGER, basis: cite('LZ-P', '第七十三条（三）') },
      { by: OPERATOR, basis: cite('LZ-D', '第九条') },
    ],
    dq: [{ by: MANAGER, basis: cite('DQ-D', '第十四条') }],
    ly: [{ by: MANAGER, basis: cite('LY-D', '第二十六条、第三十二条') }],
    ls: [{ by: MANAGER, basis: cite('LS-D', '第六条') }],
  },
  connections: {
    lz: [
      { by: MANAGER, basis: cite('LZ-P', '第三十二条、第七十八条') },
      { by: OPERATOR, basis: cite('LZ-P', '第三十二条、第七十八条') },
    ],
    dq: [{ by: MANAGER, basis: cite('DQ-D', '第九条、第十条') }],
    ah: [{ by: MANAGER, basis: cite('AH', '第十七条至第二十一条') }],
    ls: [{ by: MANAGER, basis: cite('LS-N', '第五条、第十二条') }],
  },
  accounts: {
    lz: [
      { by: 'management-office', of: ['office-account'], basis: cite('LZ-P', '第五十二条') },
      {
        by: 'service-centre',
        of: ['service-account'],
        basis: cite('LZ-P', '第一百一十五条、第一百一十六条'),
      },
      { by: MANAGER, of: ['service-account'], basis: cite('LZ-P', '第一百一十六条') },
      { by: MANAGER, of: ['platform-account'], basis: cite('LZ-P', '第八十一条、第九十条') },
      { by: OPERATOR, of: ['platform-account'], basis: cite('LZ-P', '第七十九条、第八十条') },
    ],
  },
  seals: {
    lz: [{ by: MANAGER, basis: cite('LZ-P', '第六十五条、第一百三十六条、第一百四十二条') }],
    ah: [{ by: MANAGER, basis: cite('AH', '第十一条第七款') }],
  },
  licences: {
    lz: [
      { by: 'service-centre', basis: cite('LZ-P', '第一百四十七条') },
      { by: MANAGER, basis: cite('LZ-P', '第一百四十七条') },
      { by: OPERATOR, basis: cite('LZ-P', '第一百四十七条') },
    ],
    dq: [{ by: MANAGER, basis: cite('DQ-L', '第五条') }],
  },
  documents: {
    lz: [
      { by: 'management-office', basis: cite('LZ-P', '第六十四条') },
      { by: MANAGER, basis: cite('LZ-P', '第一百四十二条') },
    ],
  },
  projects: {
    lz: [
      { by: 'finance', basis: cite('LZ-D', '第三十八条') },
      { by: MANAGER, basis: cite('LZ-D', '第三十八条') },
    ],
    dq: [
      { by: MANAGER, basis: cite('DQ-D', '第七条') },
      { by: 'finance', basis: cite('DQ-D', '第七条') },
    ],
    ly: [
      { by: MANAGER, basis: cite('LY-E', '第六条、第九条、第十条') },
      { by: 'finance', basis: cite('LY-E', '第十条') },
    ],
    ls: [
      { by: MANAGER, basis: cite('LS-D', '第四十七条') },
      { by: 'finance', basis: cite('LS-D', '第四十七条第一款') },
    ],
  },
  filings: {
    lz: [{ by: MANAGER, basis: cite('LZ-P', '第二十九条（二）、第八十一条、第九十条、第一百一十六条') }],
    dq: [{ by: MANAGER, basis: cite('DQ-L', '第二十三条') }],
    ah: [{ by: MANAGER, basis: cite('AH', '第六条、第二十一条') }],
    ly: [{ by: MANAGER, basis: cite('LY-E', '第六条、第十条') }],
    ls: [{ by: MANAGER, basis: cite('LS-D', '第三十八条') }],
  },
};

/**
 * Who else is to know what stands in a register: the columns of a line, not the words of the cases behind it. 数据资源目录 is there for every
 * department to find data by. A mark on a licence is there for whoever uses licences: 用证单位 is whichever department asks for them
 * (`requester`), as 使用机构 in Daqing; what is simply in force they get by the licence itself, not from a list of who holds which.
 */
export const READERS: Partial<Record<RegisterId, Readers>> = {
  resources: {
    lz: [{ by: 'everybody', basis: cite('LZ-D', '第二十八条') }],
    dq: [{ by: 'everybody', basis: cite('DQ-D', '第十四条、第二十一条') }],
    ly: [{ by: 'everybody', basis: cite('LY-D', '第二十六条') }],
    ls: [{ by: 'everybody', basis: cite('LS-D', '第六条、第八条') }],
  },
  licences: {
    lz: [
      {
        ...{ by: 'requester', of: ['licence'], marked: true },
        basis: cite('LZ-P', '第一百五十三条、第一百五十四条、第一百五十八条'),
      },
    ],
    dq: [
      {
        ...{ by: 'requester', of: ['licence'], marked: true },
        basis: cite('DQ-L', '第八条、第二十一条、第二十二条'),
      },
    ],
  },
};
