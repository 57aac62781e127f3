import { cite } from '../regulations.ts';
import type { Edition, Procedure } from '../schema.ts';
import { duty } from '../shapes/duty.ts';

const LANZHOU: Edition = { id: '2021-1', validFrom: '2021-09-14', validThrough: '2023-09-13' };
const ANHUI: Edition = { id: '2023-1', validFrom: '2023-02-10' };

/**
 * LZ-D 第三十五条：定期对政务数据共享平台进行信息安全风险评估，排查安全风险和隐患。LY-D 第四十三条：定期对政务数据汇聚、共享、开放、应用
 * 进行风险评估。LS-D 第三十九条：定期进行安全评估。DQ-D 第二十九条：定期组织开展信息系统的安全测评和风险评估。
 */
const riskAssessment = duty({
  id: 'risk-assessment',
  jurisdiction: 'lz',
  edition: LANZHOU,
  title: '政务数据安全风险评估',
  basis: cite('LZ-D', '第三十五条'),
  holder: 'security-lead',
  every: 'half-year',
  kind: 'target',
  fields: {
    risks: { title: '发现的风险和隐患', type: 'text', maxLength: 4000 },
    measures: { title: '整改措施', type: 'text', maxLength: 4000 },
  },
  houseRules: [
    '各条文只写“定期”，按每半年一次作为服务目标。',
    '同一义务另见《洛阳市政务数据资源共享管理暂行办法》第四十三条、《拉萨市政务数据资源共享管理暂行办法》第三十九条、《大庆市公共数据管理暂行办法》第二十九条；本事项以首列的兰州新区条文为依据。',
  ],
});

/**
 * AH 第十条：组织岗前培训和日常培训，加强……业务、技术和安全教育培训。第十五条（四）：定期对从业人员进行安全教育和培训。
 * LS-D 第三十八条、第三十九条：定期对相关人员进行安全培训。
 */
const training = duty({
  id: 'training',
  jurisdiction: 'ah',
  edition: ANHUI,
  title: '业务、技术和安全教育培训',
  basis: cite('AH', '第十条'),
  holder: 'security-lead',
  every: 'year',
  kind: 'target',
  fields: {
    content: { title: '培训内容', type: 'text', maxLength: 4000 },
    people: { title: '参训人数', type: 'number', min: 0 },
  },
  houseRules: [
    '条文写“常态化”“定期”而无周期，按每年一次作为服务目标；岗前培训随到岗进行，不在此列。',
    '同一义务另见《安徽省政务服务平台管理办法（试行）》第十五条（四）、《拉萨市政务数据资源共享管理暂行办法》第三十八条、第三十九条；本事项以首列的安徽省条文为依据。',
  ],
});

/**
 * LZ-D 第三十六条：制定完善……灾备恢复机制和应急处置预案，定期开展应急演练。AH 第十六条、LY-D 第四十四条、LS-N 第二十二条、
 * DQ-D 第三十一条：定期组织应急演练。
 */
const drill = duty({
  id: 'drill',
  jurisdiction: 'lz',
  edition: LANZHOU,
  title: '应急演练',
  basis: cite('LZ-D', '第三十六条'),
  holder: 'security-lead',
  every: 'year',
  kind: 'target',
  fields: {
    scenario: { title: '演练科目', type: 'text', maxLength: 4000 },
    findings: { title: '发现的问题和预案修订', type: 'text', maxLength: 4000 },
  },
  houseRules: [
    '各条文只写“定期”，按每年一次作为服务目标。',
    '同一义务另见《安徽省政务服务平台管理办法（试行）》第十六条、《洛阳市政务数据资源共享管理暂行办法》第四十四条、《拉萨市电子政务外网接入管理规定》第二十二条、《大庆市公共数据管理暂行办法》第三十一条；本事项以首列的兰州新区条文为依据。',
  ],
});

/** Duties that several regulations put in the same words. */
export const commonDuties: Procedure[] = [riskAssessment, training, drill];
