import { at } from '../support/pure-case.ts';
import type { Order } from './order.ts';

/** Ways through the procedures, up to where the orders begin. */
const SCENE = 'call-lead:told scene:done';
export const CLEANED = `cut-off:done ${SCENE} call-police:told evidence:done sample:sampled clean:done relaunch:done summarise:done report-head:heard`;
export const REBUILT = `call-police:told sample:sampled block:done ${SCENE} evidence:done check:intact isolate:done rebuild:done`;
export const ABROAD = 'cut:done call-lead:told call-office:told';
export const BACK = 'delete:done trace:done appraise:secret reconnect:done summarise:done report-head:heard';
const HELPED = 'assist:assisted assist:assisted';
const TAKEN = 'call-department:told call-police:told keep-scene:done inventory:verified inventory:verified';

/** What an article of Lanzhou puts before what. */
export const lanzhouOrders: Order[] = [
  ['lz-incident-virus', '第一百六十八条（一）1至5', 'restore:done', 'isolate:done backup:done clean:done'],
  [
    'lz-incident-virus',
    '第一百六十八条（一）5',
    'verify:done',
    'restore:done',
    { before: 'isolate:done backup:done clean:done' },
  ],
  [
    'lz-incident-virus',
    '第一百六十八条、（一）4、7',
    'summarise:filed',
    'command:done inform:informed inform:informed',
    {
      before:
        'notify:command isolate:done backup:done clean:cannot-clean restore:done verify:done reconnect:done',
    },
  ],
  [
    'lz-incident-virus',
    '第一百六十九条',
    'review:done',
    'notify:self',
    {
      before: 'isolate:done backup:done clean:done restore:done verify:done reconnect:done summarise:review',
    },
  ],
  [
    'lz-incident-defacement',
    '第一百六十八条（二）2、4',
    'clean:done',
    'evidence:done sample:sampled',
    { before: `cut-off:done ${SCENE} call-police:told` },
  ],
  [
    'lz-incident-defacement',
    '第一百六十八条（二）5',
    'file:filed',
    'notify:self call-office:told assist:assisted harden:done report-office:heard',
    { before: `${CLEANED} assist:assisted report-department:heard`, facts: { level: 'II' } },
  ],
  [
    'lz-incident-defacement',
    '第一百六十八条（二）5',
    'file:filed',
    'notify:self report-department:heard',
    { before: `${CLEANED} ${HELPED} call-office:told harden:done`, facts: { level: 'III' } },
  ],
  [
    'lz-incident-intrusion',
    '第一百六十八条（三）2、4、5、6',
    'rebuild:done',
    'isolate:done block:done check:intact',
    {
      before: `call-office:told call-police:told sample:sampled ${SCENE} evidence:done`,
    },
  ],
  [
    'lz-incident-intrusion',
    '第一百六十八条（三）7',
    'file:filed',
    'notify:self harden:done report-office:heard',
    {
      before: `call-office:told ${REBUILT} summarise:done report-head:heard report-department:heard`,
      facts: { level: 'I' },
    },
  ],
  [
    'lz-incident-intrusion',
    '第一百六十八条（三）7',
    'file:filed',
    'notify:self harden:done report-department:heard',
    { before: `call-office:told ${REBUILT} summarise:done report-head:heard`, facts: { level: 'III' } },
  ],
  [
    'lz-incident-leak',
    '第一百六十八条（四）2、3',
    'reconnect:done',
    'delete:done trace:done appraise:secret',
    { before: ABROAD },
  ],
  [
    'lz-incident-leak',
    '第一百六十八条（四）4',
    'file:filed',
    'notify:self investigate:done report-office:heard',
    { before: `${ABROAD} ${BACK} report-department:heard`, facts: { level: 'II' } },
  ],
  [
    'lz-incident-leak',
    '第一百六十八条（四）4',
    'file:filed',
    'notify:self investigate:done report-department:heard',
    { before: `${ABROAD} ${BACK}`, facts: { level: 'III' } },
  ],
  [
    'lz-incident-room',
    '第一百六十八条（五）2',
    'salvage:done',
    'cut-power:done extinguish:done call-119:called',
    { facts: { accident: 'fire' } },
  ],
  [
    'lz-incident-room',
    '第一百六十八条（五）2 先救人后救物',
    'salvage:done',
    'rescue:safe',
    { before: 'cut-power:done extinguish:done call-119:called', facts: { accident: 'fire', trapped: true } },
  ],
  [
    'lz-incident-room',
    '第一百六十九条',
    'review:done',
    'command:done call-office:told',
    {
      before: 'notify:command outage:power-back restore:done verify:done',
      facts: { accident: 'outage', outageFrom: at('2026-02-16T23:50') },
    },
  ],
  [
    'lz-incident-network',
    '第一百六十八条（六）2',
    'summarise:filed',
    'notify:self call-office:told report-grave:told',
    { before: 'diagnose:device mend-device:grave-mended' },
  ],
  [
    'lz-incident-data',
    '第一百六十八条（七）',
    'file:filed',
    'command:done',
    {
      before: 'notify:command protect:done locate:device-mended restore:done verify:done analyse:done',
    },
  ],
  [
    'lz-incident-theft',
    '第一百六十八条（八）1、2',
    'inventory:verified',
    'keep-scene:done call-police:told',
    { before: 'call-department:told' },
  ],
  [
    'lz-incident-theft',
    '第一百六十八条（八）3',
    'summarise:filed',
    'notify:self report-up:heard',
    { before: `${TAKEN} investigate:done` },
  ],
  ['lz-platform-attack', '第八十五条', 'direct:handled', 'isolate:done', { before: 'report:reported' }],
  [
    'lz-platform-attack',
    '第八十五条',
    'summarise:filed',
    'secrecy:handled',
    {
      before: 'report:reported report-secrecy:reported isolate:done direct:handled',
      facts: { kind: 'leak' },
    },
  ],
  [
    'lz-platform-fault',
    '第九十九条',
    'accept:accepted',
    'inform:informed coordinate:received',
    { before: 'repair:repaired report:submitted', facts: { faultKind: 'core' } },
  ],
  [
    'lz-platform-fault-grave',
    '第一百条',
    'publish:published',
    'handle:recovered handling-report:submitted business:done',
    { before: 'deploy:deployed' },
  ],
  [
    'lz-licence-catch-up',
    '第一百五十二条',
    'confirm:confirmed',
    'receive:received',
    { before: 'measures:reported clear:cleared catch-up:issued', facts: { delayed: 'issue' } },
  ],
  [
    'lz-service-fault',
    '第一百三十二条',
    'close:filed',
    'repair:handled grave:received grave:received',
    { before: 'report:reported', facts: { grave: true } },
  ],
];
