/**
 * The regulations that the procedures are read from, with the dates between which each is in force.
 * Civil dates are YYYY-MM-DD. `validThrough` is the last day of a fixed term; a measure without one is in force until repealed.
 */
export const REGULATIONS = {
  'LZ-D': {
    title: '兰州新区政务数据资源共享管理办法（试行）',
    jurisdiction: 'lz',
    validFrom: '2021-09-14',
    validThrough: '2023-09-13',
  },
  'LZ-P': {
    title: '兰州新区新型智慧城市基础平台安全管理办法（试行）',
    jurisdiction: 'lz',
    validFrom: '2021-09-14',
    validThrough: '2023-09-13',
  },
  AH: { title: '安徽省政务服务平台管理办法（试行）', jurisdiction: 'ah', validFrom: '2023-02-10' },
  LY: {
    title: '洛阳市人民政府办公室关于加强政务信息化和智慧城市建设工作的通知',
    jurisdiction: 'ly',
    validFrom: '2020-07-30',
  },
  'LY-D': {
    title: '洛阳市政务数据资源共享管理暂行办法',
    jurisdiction: 'ly',
    validFrom: '2020-07-30',
    validThrough: '2022-07-29',
  },
  'LY-E': {
    title: '洛阳市政务数据和电子政务建设管理办法（试行）',
    jurisdiction: 'ly',
    validFrom: '2020-07-30',
  },
  'LS-D': { title: '拉萨市政务数据资源共享管理暂行办法', jurisdiction: 'ls', validFrom: '2020-03-23' },
  'LS-N': { title: '拉萨市电子政务外网接入管理规定', jurisdiction: 'ls', validFrom: '2020-03-23' },
  'DQ-L': { title: '大庆市电子证照管理暂行办法', jurisdiction: 'dq', validFrom: null },
  'DQ-D': { title: '大庆市公共数据管理暂行办法', jurisdiction: 'dq', validFrom: null },
} as const satisfies Record<string, Regulation>;

export type Regulation = {
  title: string;
  jurisdiction: Jurisdiction;
  /** null: the text is in force from its publication, and the copy at hand does not give that day. */
  validFrom: string | null;
  validThrough?: string;
};
export type RegulationId = keyof typeof REGULATIONS;

export const isRegulationId = (id: string): id is RegulationId => Object.hasOwn(REGULATIONS, id);

/** The measure, without the literal types of the list. */
export const regulationOf = (id: RegulationId): Regulation => REGULATIONS[id];

/**
 * 施行期限届满: the last day of the measure's term lies before `day` (YYYY-MM-DD). That the term has run out stops no work of itself: whether
 * the measure is still applied is for its authority to say, which an administrator enters with the document number.
 */
export const hasLapsed = ({ validThrough }: Regulation, day: string): boolean =>
  validThrough !== undefined && validThrough < day;

/** A place in a regulation, e.g. `{ regulation: 'LZ-D', article: '第三十条第二款' }`. */
export type Citation = { regulation: RegulationId; article: string };

export const JURISDICTIONS = {
  lz: { title: '兰州新区', calendar: 'cn-gs-lzxq' },
  ah: { title: '安徽省', calendar: 'cn-ah' },
  ly: { title: '洛阳市', calendar: 'cn-ha-luoyang' },
  ls: { title: '拉萨市', calendar: 'cn-xz-lhasa' },
  dq: { title: '大庆市', calendar: 'cn-hl-daqing' },
} as const;
export type Jurisdiction = keyof typeof JURISDICTIONS;

/** Short form for procedure files: `cite('LZ-D', '第三十条')`. */
export const cite = (regulation: RegulationId, article: string): Citation => ({ regulation, article });

/** The citation as users read it: 《title》article. */
export const citationText = ({ regulation, article }: Citation): string =>
  `《${REGULATIONS[regulation].title}》${article}`;
