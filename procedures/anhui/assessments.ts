import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { compiled } from '../shapes/compiled.ts';
import { duty } from '../shapes/duty.ts';
import { tested } from '../shapes/tested.ts';
import { EDITION } from './forms.ts';

const ITEMS = cite('AH', '第八条');
const SEAL = cite('AH', '第十一条第七款');
const LEVEL = cite('AH', '第十二条');

/** 第八条：依托我省一体化在线政务服务平台事项库，编制汇聚政务服务事项基本目录和实施清单，确保……数据同源、动态更新、联动管理、内容准确。 */
export const ahItemCatalogue = compiled({
  id: 'ah-item-catalogue',
  family: 'catalogue',
  jurisdiction: 'ah',
  edition: EDITION,
  title: '政务服务事项目录和实施清单编制',
  basis: ITEMS,
  compiler: 'unit-platform-administrator',
  form: {
    kind: { title: '编制内容', type: 'choice', options: { catalogue: '基本目录', checklist: '实施清单' } },
    items: { title: '事项', type: 'texts' },
    update: { title: '新编或更新的说明', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  review: {
    title: '核对同源和内容',
    by: 'platform-manager',
    within: house(5, 'working-day', ITEMS),
    passed: '核对无误',
  },
  gather: {
    title: '汇聚到事项库',
    by: 'platform-operator',
    within: target(2, 'working-day', ITEMS),
    done: '已汇聚',
  },
  ending: { id: 'gathered', title: '已汇聚' },
  houseRules: [
    '条文未设审核环节；为“数据同源、内容准确”设核对，5个工作日是本系统规则；汇聚2个工作日条文未定，为服务目标。',
  ],
});

/**
 * 第十一条第七款：电子印章系统……组织开展商用密码应用安全性评估。电子印章制发、使用等部门应当制定完善网络
 * 安全保障措施。电子印章使用应当参照实体印章管理，相关使用记录……做好存证记录。
 */
export const ahSealAssessment: Procedure = {
  id: 'ah-seal-assessment',
  family: 'seal',
  jurisdiction: 'ah',
  title: '电子印章系统密码应用安全性评估',
  basis: SEAL,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    system: { title: '电子印章系统', type: 'text' },
    phase: {
      title: '所处阶段',
      type: 'choice',
      options: { plan: '规划', build: '建设', run: '运行' },
    },
    scheme: { title: '密码保障方案', type: 'text', maxLength: 4000 },
    safeguards: { title: '制发、使用等部门的网络安全保障措施', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['test'],
  stages: {
    ...tested({
      basis: SEAL,
      test: {
        title: '商用密码应用安全性评估',
        by: 'security-lead',
        within: target(20, 'working-day', SEAL),
        passed: '评估通过',
      },
      rectify: {
        title: '整改后重新评估',
        by: 'unit-platform-administrator',
        within: target(20, 'working-day', SEAL),
      },
      next: 'evidence',
    }),
    evidence: {
      title: '核查使用记录存证',
      basis: SEAL,
      by: 'seal-keeper',
      repeats: true,
      within: target(5, 'working-day', SEAL),
      outcomes: {
        kept: {
          title: '存证完整',
          demands: ['fields'],
          fields: { evidence: { title: '存证方式和范围', type: 'text', maxLength: 4000 } },
          ends: 'assessed',
        },
        lacking: { title: '存证不完整', demands: ['reasons'], opens: ['rectify'] },
      },
    },
  },
  endings: { assessed: '已评估', withdrawn: '已撤回' },
  onEnding: {
    assessed: [{ register: 'seals', op: 'change', key: { thing: 'seal-system', field: 'system' } }],
  },
  houseRules: [
    '评估20、整改20、存证核查5个工作日，条文均未定，为服务目标；存证由印章保管人核查，是本系统的理解。',
  ],
};

/** 第十二条：开展年度网络安全等级保护测评和密码应用安全性评估，主动发现并及时排除网络安全风险隐患。 */
export const ahLevelAssessment = duty({
  id: 'ah-level-assessment',
  jurisdiction: 'ah',
  edition: EDITION,
  title: '年度等级保护测评和密码应用安全性评估',
  basis: LEVEL,
  holder: 'security-lead',
  every: 'year',
  kind: 'statutory',
  fields: {
    level: { title: '网络安全等级保护测评结果', type: 'text', maxLength: 4000 },
    cryptography: { title: '密码应用安全性评估结果', type: 'text', maxLength: 4000 },
  },
  done: '已测评，未发现风险隐患',
  found: {
    title: '已测评，发现风险隐患',
    fields: { hazards: { title: '发现的风险隐患', type: 'text', maxLength: 4000 } },
    dealWith: {
      title: '排除风险隐患',
      by: 'security-lead',
      within: target(20, 'working-day', LEVEL),
      done: '已排除',
      fields: { measures: { title: '排除情况', type: 'text', maxLength: 4000 } },
    },
  },
  houseRules: [
    '条文写“年度”：按当年12月31日届满；“及时排除”条文无数字，按20个工作日作为服务目标。',
    '常态化的安全检测和风险评估是持续工作，不另立事项，随年度测评填报发现和排除的隐患。',
  ],
});
