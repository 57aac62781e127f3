/** Layers below the national calendar and what their notices switched (R13, R14). A layer without notices is kept so that a
 *  jurisdiction can get one at any time without any case changing its calendar. */
import type { CalendarLayer, Release } from '../releases.ts';
import { type NoticeDays, releasesOf } from './notice-days.ts';

export const LAYERS: CalendarLayer[] = [
  { id: 'cn', name: '全国', level: 'nation', parentId: null },
  { id: 'cn-ah', name: '安徽省', level: 'province', parentId: 'cn' },
  { id: 'cn-gs', name: '甘肃省', level: 'province', parentId: 'cn' },
  { id: 'cn-gs-lzxq', name: '兰州新区', level: 'city', parentId: 'cn-gs' },
  { id: 'cn-ha', name: '河南省', level: 'province', parentId: 'cn' },
  { id: 'cn-ha-luoyang', name: '洛阳市', level: 'city', parentId: 'cn-ha' },
  { id: 'cn-hb', name: '湖北省', level: 'province', parentId: 'cn' },
  { id: 'cn-hl', name: '黑龙江省', level: 'province', parentId: 'cn' },
  { id: 'cn-hl-daqing', name: '大庆市', level: 'city', parentId: 'cn-hl' },
  { id: 'cn-xz', name: '西藏自治区', level: 'province', parentId: 'cn' },
  { id: 'cn-xz-lhasa', name: '拉萨市', level: 'city', parentId: 'cn-xz' },
];

const HUBEI: NoticeDays[] = [
  {
    notice: { title: '湖北省人民政府办公厅关于延长2020年春节假期的通知', publishedAt: '2020-02-01' },
    coverage: { from: '2020-02-03', to: '2020-02-13' },
    rows: [['春节', '2020-02-03..2020-02-13', '']],
  },
];

/** The title of 2026 is as the news of the day has it; the other two are the notices' own. The make-up Saturdays of 2026
 *  are the national ones, which that notice repeats. */
const LHASA: NoticeDays[] = [
  {
    notice: { title: '拉萨市人民政府办公室关于2023年藏历新年放假安排的通知', publishedAt: '2023-02-14' },
    coverage: { from: '2023-02-18', to: '2023-02-26' },
    rows: [['藏历新年', '2023-02-20..2023-02-26', '2023-02-18 2023-02-19']],
  },
  {
    notice: { title: '拉萨市人民政府办公室关于2025年藏历新年放假安排的通知', publishedAt: '2025-02-11' },
    coverage: { from: '2025-02-27', to: '2025-03-04' },
    rows: [['藏历新年', '2025-02-27..2025-03-04', '']],
  },
  {
    notice: { title: '拉萨市人民政府办公室2026年春节、藏历新年放假安排通知', publishedAt: '2026-01-28' },
    coverage: { from: '2026-02-14', to: '2026-02-28' },
    rows: [['春节、藏历新年', '2026-02-15..2026-02-26', '2026-02-14 2026-02-28']],
  },
];

export const LOCAL_RELEASES: Release[] = [...releasesOf('cn-hb', HUBEI), ...releasesOf('cn-xz-lhasa', LHASA)];
