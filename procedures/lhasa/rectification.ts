import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import { rectification } from '../shapes/rectification.ts';
import { EDITION } from './forms.ts';

const BASIS = cite('LS-D', '第五十条');

/**
 * 第五十条：由市大数据局通知整改；未在规定时限内完成整改的，市大数据局要及时将有关情况上报市信息化领导小组给予通报批评；
 * 情节严重的，对直接负责的主管领导或者其他直接责任人员依法给予处分。
 */
export const lsRectification = rectification({
  id: 'ls-rectification',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '政务数据资源共享整改',
  basis: BASIS,
  grounds: {
    catalogue: '（一）未按要求编制或更新政务数据资源目录',
    'not-provided': '（二）未向共享平台及时提供共享信息',
    inconsistent: '（三）提供的数据与所掌握信息不一致、未及时更新，或者不符合规范、无法使用',
    'other-purpose': '（四）将共享数据用于履行本单位职责需要以外的目的',
    'unlawful-use': '（五）违规使用涉及国家安全、商业秘密、个人隐私的政务数据',
    altered: '（六）擅自更改或者删除政务数据',
    other: '（七）其他违反本办法规定的行为',
  },
  withinWorkingDays: 10,
  furtherSteps: {
    'report-up': {
      title: '上报市信息化领导小组',
      basis: BASIS,
      by: 'platform-manager',
      repeats: true,
      within: target(30, 'minute', BASIS),
      outcomes: { reported: { title: '已上报', opens: ['criticise'] } },
    },
    criticise: {
      title: '领导小组通报批评',
      basis: BASIS,
      by: 'leading-group',
      repeats: true,
      within: target(10, 'working-day', BASIS),
      outcomes: {
        criticised: { title: '给予通报批评', demands: ['reasons'] },
        sanctioned: { title: '情节严重，通报批评并依法处分', demands: ['reasons', 'legalBasis'] },
      },
    },
  },
  houseRules: [
    '整改10个工作日、领导小组10个工作日条文均未定，为服务目标；“及时”上报按30分钟；核验是本系统所设环节，5个工作日为本系统规则。',
    '核验未通过的，同未在规定时限内完成整改，一并上报。',
    '通报批评或处分不免除整改：案件在核验通过后方可归档。',
  ],
});
