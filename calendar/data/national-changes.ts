/** Notices of the State Council that changed a year already published (R14). Typed from the notices. */
import type { NoticeDays } from './notice-days.ts';

export const NATIONAL_CHANGES: NoticeDays[] = [
  {
    notice: {
      title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
      number: '国发明电〔2015〕1号',
      publishedAt: '2015-05-13',
    },
    coverage: { from: '2015-09-03', to: '2015-09-06' },
    rows: [['抗战胜利70周年纪念日', '2015-09-03..2015-09-05', '2015-09-06']],
  },
  {
    notice: {
      title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      number: '国办发明电〔2019〕3号',
      publishedAt: '2019-03-22',
    },
    coverage: { from: '2019-04-28', to: '2019-05-05' },
    rows: [['劳动节', '2019-05-01..2019-05-04', '2019-04-28 2019-05-05']],
  },
  {
    notice: {
      title: '国务院办公厅关于延长2020年春节假期的通知',
      number: '国办发明电〔2020〕1号',
      publishedAt: '2020-01-26',
    },
    coverage: { from: '2020-01-24', to: '2020-02-02' },
    rows: [['春节', '2020-01-24..2020-02-02', '']],
  },
];
