import { cite } from '../regulations.ts';
import type { Edition, Procedure } from '../schema.ts';
import { type DutyText, duty } from '../shapes/duty.ts';

/** One text that has the duty. Each is an edition of its own, so that a case keeps the text it came up under. */
type Place = Pick<DutyText, 'jurisdiction' | 'edition' | 'basis'> &
  Partial<Pick<DutyText, 'holder' | 'fields' | 'houseRules'>>;

const LANZHOU: Edition = { id: '2021-1', validFrom: '2021-09-14', validThrough: '2023-09-13' };
const ANHUI: Edition = { id: 'ah-2023-1', validFrom: '2023-02-10' };
const LUOYANG: Edition = { id: 'ly-2020-1', validFrom: '2020-07-30', validThrough: '2022-07-29' };
const LHASA: Edition = { id: 'ls-2020-1', validFrom: '2020-03-23' };
const DAQING: Edition = { id: 'dq-1', validFrom: null };

/** The same duty in each of the places: one case for each unit that has it there, and period. */
const inEach = (text: Omit<DutyText, 'jurisdiction' | 'edition' | 'basis'>, places: Place[]): Procedure[] =>
  places.map((place) =>
    duty({
      ...text,
      ...place,
      fields: { ...text.fields, ...place.fields },
      houseRules: [...(text.houseRules ?? []), ...(place.houseRules ?? [])],
    }),
  );

/**
 * LZ-D 第三十五条：定期对政务数据共享平台进行信息安全风险评估，排查安全风险和隐患。LY-D 第四十三条：定期对政务数据汇聚、共享、开放、应用
 * 进行风险评估。LS-D 第三十九条：市大数据局……定期进行安全评估。DQ-D 第二十九条：定期组织开展信息系统的安全测评和风险评估。
 */
const riskAssessment = inEach(
  {
    id: 'risk-assessment',
    title: '政务数据安全风险评估',
    holder: 'security-lead',
    every: 'half-year',
    kind: 'target',
    fields: {
      risks: { title: '发现的风险和隐患', type: 'text', maxLength: 4000 },
      measures: { title: '整改措施', type: 'text', maxLength: 4000 },
    },
    houseRules: [
      '各条文只写“定期”，按每半年一次作为服务目标。',
      '兰州新区条文评估的是政务数据共享平台，由建设、运维它的平台运维单位承担；拉萨条文由市大数据局评估；其余各地由各单位数据安全负责人承担，是本系统的理解。',
    ],
  },
  [
    {
      jurisdiction: 'lz',
      edition: LANZHOU,
      basis: cite('LZ-D', '第三十五条'),
      holder: 'platform-operator',
    },
    { jurisdiction: 'ly', edition: LUOYANG, basis: cite('LY-D', '第四十三条') },
    { jurisdiction: 'ls', edition: LHASA, basis: cite('LS-D', '第三十九条'), holder: 'platform-manager' },
    {
      jurisdiction: 'dq',
      edition: DAQING,
      basis: cite('DQ-D', '第二十九条'),
      // 第十二条：定期清理……信息系统，定期整合分散、独立的内部信息系统.
      fields: { cleanUp: { title: '信息系统清理、整合情况（第十二条）', type: 'text', maxLength: 4000 } },
      houseRules: [
        '第十二条定期清理、整合信息系统也没有周期：随信息系统的安全测评一并报告，不另立事项，是本系统的理解。',
      ],
    },
  ],
);

/**
 * AH 第十条：组织岗前培训和日常培训，加强……业务、技术和安全教育培训。第十五条（四）：定期对从业人员进行安全教育和培训。
 * LS-D 第三十八条第四款：市大数据局应当定期组织开展……安全业务培训。第三十九条第二款：各部门……定期对相关人员进行安全培训。
 */
const training = inEach(
  {
    id: 'training',
    title: '业务、技术和安全教育培训',
    holder: 'security-lead',
    every: 'year',
    kind: 'target',
    fields: {
      content: { title: '培训内容', type: 'text', maxLength: 4000 },
      people: { title: '参训人数', type: 'number', min: 0 },
    },
    houseRules: [
      '条文写“常态化”“定期”而无周期，按每年一次作为服务目标；岗前培训随到岗进行，不在此列。',
      '由各单位数据安全负责人组织并登记，是本系统的理解。拉萨两款各有其主体：市大数据局的安全业务培训（第三十八条第四款）由该局负责安全管理的人员（第三十九条第一款）承担，各部门的培训由其负责风险防范的专人（第三十九条第二款）承担，都作为本单位的数据安全负责人，每单位各一件。',
    ],
  },
  [
    { jurisdiction: 'ah', edition: ANHUI, basis: cite('AH', '第十条、第十五条（四）') },
    { jurisdiction: 'ls', edition: LHASA, basis: cite('LS-D', '第三十八条第四款、第三十九条第二款') },
  ],
);

/**
 * LZ-D 第三十六条：新区科技发展局协同科技文化旅游集团有限公司制定完善……应急处置预案，定期开展应急演练。AH 第十六条、LY-D 第四十四条、DQ-D 第三十一条：定期组织
 * （应急）演练。LS-N 第二十二条：政务外网管理单位……定期开展应急演练。
 */
const drill = inEach(
  {
    id: 'drill',
    title: '应急演练',
    holder: 'security-lead',
    every: 'year',
    kind: 'target',
    fields: {
      scenario: { title: '演练科目', type: 'text', maxLength: 4000 },
      findings: { title: '发现的问题和预案修订', type: 'text', maxLength: 4000 },
    },
    houseRules: [
      '各条文只写“定期”，按每年一次作为服务目标。',
      '兰州新区条文由科技发展局协同科文旅集团演练，由前者承办；拉萨条文由政务外网管理单位演练；其余各地由各单位数据安全负责人组织，是本系统的理解。',
    ],
  },
  [
    { jurisdiction: 'lz', edition: LANZHOU, basis: cite('LZ-D', '第三十六条'), holder: 'platform-manager' },
    { jurisdiction: 'ah', edition: ANHUI, basis: cite('AH', '第十六条') },
    { jurisdiction: 'ly', edition: LUOYANG, basis: cite('LY-D', '第四十四条') },
    { jurisdiction: 'ls', edition: LHASA, basis: cite('LS-N', '第二十二条'), holder: 'platform-manager' },
    { jurisdiction: 'dq', edition: DAQING, basis: cite('DQ-D', '第三十一条') },
  ],
);

/** Duties that several regulations put in the same words, each in every jurisdiction that has it. */
export const commonDuties: Procedure[] = [...riskAssessment, ...training, ...drill];
