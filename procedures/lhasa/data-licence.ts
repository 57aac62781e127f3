import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Opening, Procedure, Stage, StageId } from '../schema.ts';
import { AT_WINDOW, EDITION, FILED_BY, WINDOW_RULE } from './forms.ts';

const LICENCE = cite('LS-D', '第三十一条第二款');
const INFORM = cite('LS-D', '第三十三条');
/** 定期向数据授权部门报告开发利用情况；定期向市大数据局报告. */
const REPORT = cite('LS-D', '第三十一条第二款、第三十五条');

/** The developer reports itself, or at the window where it applied. */
const report = (id: StageId, by: Role): Stage => ({
  title: '报告开发利用情况',
  basis: REPORT,
  by,
  repeats: true,
  within: target(6, 'month', REPORT),
  outcomes: {
    reported: {
      title: '已报告',
      demands: ['fields'],
      fields: { use: { title: '开发利用情况', type: 'text', maxLength: 4000 } },
      opens: [id, 'supervise'],
    },
  },
});
const REPORTED: Opening[] = [
  { stage: 'report', when: { not: AT_WINDOW } },
  { stage: 'report-at-window', when: AT_WINDOW },
];

/**
 * 第三十一条：利用政务数据资源开展经营性活动的，应当先获得市大数据局以及数据提供部门的授权，与市大数据局签订《政务数据资源经营许可协议》，
 * 在限定的使用范围内进行数据开发利用，……定期向数据授权部门报告开发利用情况，并接受市大数据局的监管。
 * 第三十三条：将授权情况告知相关政务部门；原则上应当通过公开招标等竞争性方式确定授权开发对象。
 */
export const lsDataLicence: Procedure = {
  id: 'ls-data-licence',
  family: 'open-data',
  jurisdiction: 'ls',
  title: '政务数据资源经营许可',
  basis: LICENCE,
  edition: EDITION,
  submitters: ['requester', 'service-centre'],
  form: {
    resource: { title: '拟利用的数据资源', type: 'resource' },
    developer: { title: '开发对象', type: 'holder' },
    purpose: { title: '使用用途', type: 'text', untitled: true },
    activity: { title: '经营性活动', type: 'text', maxLength: 4000 },
    scope: { title: '使用范围', type: 'texts' },
    selection: {
      title: '确定方式',
      type: 'choice',
      options: { tender: '公开招标', competitive: '其他竞争性方式', direct: '直接授权' },
      steers: 'selection',
    },
    // 第三十三条：原则上应当通过公开招标等竞争性方式确定.
    directReason: {
      title: '不经竞争性方式、直接授权的理由',
      type: 'text',
      maxLength: 4000,
      when: { fact: 'selection', in: ['direct'] },
    },
    until: { title: '授权期限', type: 'future-date' },
    ...FILED_BY,
    ...CLASSIFIED,
  },
  start: ['authorise'],
  stages: {
    authorise: {
      title: '市大数据局和数据提供部门授权',
      basis: LICENCE,
      by: ['platform-manager', 'data-provider'],
      agreement: 'all',
      clocks: [{ from: 'submitted', limit: target(10, 'working-day', LICENCE) }],
      outcomes: {
        authorise: { title: '同意授权', opens: ['sign'] },
        refuse: { title: '不予授权', demands: ['reasons'], ends: 'refused' },
      },
    },
    sign: {
      title: '签订经营许可协议',
      basis: LICENCE,
      by: 'platform-manager',
      within: target(10, 'working-day', LICENCE),
      outcomes: {
        signed: {
          title: '已签订',
          demands: ['fields'],
          fields: {
            agreement: { title: '协议编号', type: 'text' },
            scope: { title: '限定的使用范围', type: 'texts', withinRequest: true },
            until: { title: '协议期限', type: 'future-date', withinRequest: true },
          },
          effects: [{ register: 'data-grants', op: 'open' }],
          opens: ['inform', ...REPORTED],
        },
        failed: { title: '未达成协议', demands: ['reasons'], ends: 'refused' },
      },
    },
    inform: {
      title: '将授权情况告知相关政务部门',
      basis: INFORM,
      by: 'platform-manager',
      within: target(2, 'working-day', INFORM),
      outcomes: { informed: { title: '已告知' } },
    },
    report: report('report', 'requester'),
    'report-at-window': report('report-at-window', 'service-centre'),
    supervise: {
      title: '市大数据局监管',
      basis: LICENCE,
      by: 'platform-manager',
      gate: ['inform'],
      repeats: true,
      within: target(10, 'working-day', LICENCE),
      outcomes: {
        continue: { title: '在授权范围内，继续利用', opens: REPORTED },
        expire: { title: '协议期满，终止利用', ends: 'ended' },
        revoke: {
          title: '超范围使用，取消授权',
          demands: ['reasons'],
          ends: 'revoked',
        },
      },
    },
  },
  endings: { refused: '不予授权', ended: '协议期满', revoked: '取消授权' },
  onEnding: {
    ended: [{ register: 'data-grants', op: 'close', own: true }],
    revoked: [{ register: 'data-grants', op: 'close', own: true }],
  },
  acts: { terminate: { by: ['platform-manager'], as: 'revoked', basis: cite('LS-D', '第三十四条') } },
  houseRules: [
    '授权10个、签约10个、告知2个、监管10个工作日条文未定，为服务目标；“定期”报告按每6个月一次。',
    '下一次报告自上一次报告之日起算，不因监管未毕而顺延；监管未毕又有报告的，一并监管；至协议期满或者取消授权为止。',
    WINDOW_RULE,
    GRANT_TERM,
    '“数据授权部门”包括市大数据局和数据提供部门；报告统一在本案中提交，两方均可查阅。',
    '提出后不设撤回，签约以前不再申请的，由市大数据局以未达成协议办结；超范围使用（第三十四条）的，市大数据局可随时说明理由取消授权。',
    '第三十三条“原则上”以竞争性方式确定开发对象：直接授权的应写明理由。',
    '原始数据不离平台（第三十二条），授权只开放针对性的数据结果。',
  ],
};
