import { grantFields, shareForm } from '../forms/share.ts';
import { statutory, target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { ActRules, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

/** 第三十条第三款：对共享条件、申请理由、授权结果等存在意见分歧的，由……主管部门召集……协商解决。 */
const DISPUTE: ActRules = {
  dispute: {
    by: ['requester', 'data-provider', 'platform-manager'],
    procedure: 'lz-dispute',
    basis: cite('LZ-D', '第三十条第三款'),
    clocks: 'run',
  },
};
const DISPUTE_RULES = [
  '争议协调期间法定时限照常计算：条文没有因争议中止的规定，停止计算的只有等待补正的时间。等待协调结果期间各环节不能办结，可以转办、征求意见、要求补正；任务和超期清单注明所等待的案件。',
  '其他一方作出附有理由或者条件的决定后，可以就其提请协调；承办单位对申请的理由、条件有分歧的，在本单位承办期间也可以提请。尚无决定的，申请一方没有可以提请协调的分歧。',
];
/** LZ-P 第七十三条（一）、第七十七条 want the provider's consent where LZ-D 第二十九条、第三十条 do without it. */
const CONTROLLED =
  '平台安全管理办法第七十三条（一）规定需要管控参数的无条件共享服务接口由提供单位授权：这类接口在目录中标为有条件共享，按有条件共享办理。';

/**
 * 第三十条：对于有条件共享的数据，由平台管理单位进行初审后，流转数据提供方进行办理，数据提供方应在3个工作日内完成审批
 * （审批不通过的应说明具体理由），授权……提供共享数据，……在得到授权后的2个工作日内将共享数据交换到数据需求方。
 */
export const lzShareConditional: Procedure = {
  id: 'lz-share-conditional',
  family: 'share',
  jurisdiction: 'lz',
  title: '有条件共享数据申请',
  basis: cite('LZ-D', '第三十条'),
  edition: EDITION,
  submitters: ['requester'],
  form: shareForm,
  shareClasses: ['conditional'],
  start: ['review'],
  stages: {
    review: {
      title: '平台管理单位初审',
      basis: cite('LZ-D', '第三十条第二款'),
      by: 'platform-manager',
      within: target(2, 'working-day', cite('LZ-D', '第三十条第二款')),
      outcomes: {
        pass: { title: '初审通过', opens: ['authorise'] },
        refuse: { title: '初审不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    authorise: {
      title: '数据提供方审核',
      basis: cite('LZ-D', '第三十条第一款、第二款'),
      by: 'data-provider',
      within: statutory(3, 'working-day', cite('LZ-D', '第三十条第二款')),
      outcomes: {
        approve: { title: '同意授权', demands: ['fields'], fields: grantFields, opens: ['exchange'] },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    exchange: {
      title: '数据交换',
      basis: cite('LZ-D', '第三十条第二款'),
      by: 'platform-operator',
      within: statutory(2, 'working-day', cite('LZ-D', '第三十条第二款')),
      outcomes: { done: { title: '已交换', ends: 'granted' } },
    },
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  onEnding: { granted: [{ register: 'data-grants', op: 'open' }] },
  acts: DISPUTE,
  houseRules: [
    ...DISPUTE_RULES,
    GRANT_TERM,
    '初审时限条文未定，按2个工作日作为服务目标。',
    '条文写“新区共享交换平台”交换数据；由平台运维单位的人员操作，是本系统的理解。',
  ],
};

/** 第三十条：对于无条件共享的数据，由……平台管理单位进行审核，审核通过后在2个工作日内直接将共享数据交换到数据需求方。 */
export const lzShareUnconditional: Procedure = {
  id: 'lz-share-unconditional',
  family: 'share',
  jurisdiction: 'lz',
  title: '无条件共享数据申请',
  basis: cite('LZ-D', '第三十条'),
  edition: EDITION,
  submitters: ['requester'],
  form: shareForm,
  shareClasses: ['unconditional'],
  start: ['review'],
  stages: {
    review: {
      title: '平台管理单位审核',
      basis: cite('LZ-D', '第三十条第二款'),
      by: 'platform-manager',
      within: target(2, 'working-day', cite('LZ-D', '第三十条第二款')),
      outcomes: {
        pass: { title: '审核通过', opens: ['exchange'] },
        refuse: { title: '审核不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    exchange: {
      title: '数据交换',
      basis: cite('LZ-D', '第三十条第二款'),
      by: 'platform-operator',
      within: statutory(2, 'working-day', cite('LZ-D', '第三十条第二款')),
      outcomes: { done: { title: '已交换', ends: 'granted' } },
    },
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  onEnding: { granted: [{ register: 'data-grants', op: 'open' }] },
  acts: DISPUTE,
  houseRules: [
    ...DISPUTE_RULES,
    GRANT_TERM,
    '审核时限条文未定，按2个工作日作为服务目标。',
    '第四条（一）把非受限共享类称为无条件共享，第二十九条即时完成、第三十条审核后2个工作日交换，两条相抵：按目录所载共享类型分流。',
    CONTROLLED,
    '平台安全管理办法第七十七条规定已发布的资源经提供单位审批同意后方可使用，与第三十条的“直接”交换相抵：无条件共享的依第三十条办理，不另经提供单位审批。',
  ],
};

/** 第二十九条：各部门使用非受限共享类数据时，通过政务数据共享平台选取，即时完成共享。 */
export const lzShareOpen: Procedure = {
  id: 'lz-share-open',
  family: 'share',
  jurisdiction: 'lz',
  title: '非受限共享数据选取',
  basis: cite('LZ-D', '第二十九条'),
  edition: EDITION,
  submitters: ['requester'],
  form: shareForm,
  shareClasses: ['open'],
  start: [],
  grantedOnSubmission: 'granted',
  stages: {},
  endings: { granted: '已共享' },
  onEnding: { granted: [{ register: 'data-grants', op: 'open' }] },
  houseRules: [
    '即时共享也全程留痕：每次选取都是一个案件。',
    GRANT_TERM,
    '第四条（一）把非受限共享类称为无条件共享，第二十九条即时完成、第三十条审核后2个工作日交换，两条相抵：目录标为开放的按第二十九条即时完成，是本系统的规则。',
    CONTROLLED,
    '平台安全管理办法第七十七条规定已发布的资源经提供单位审批同意后方可使用，与第二十九条的“即时完成”相抵：提供单位把资源列为开放，视为已经同意。',
  ],
};
