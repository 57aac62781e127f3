import type { Order } from './order.ts';

/** What an article of the other regions puts before what. */
export const ordersElsewhere: Order[] = [
  [
    'ah-incident',
    'AH 第十一条第二款、第十六条、第十八条',
    'close:filed',
    'contain:contained receive:received report-beyond:reported',
    { before: 'respond:started report:reported', facts: { affectsOthers: true } },
  ],
  [
    'ah-problem-filing',
    'AH 第六条第三款',
    'close:filed',
    'dispose:handled file:handled',
    { before: 'report:reported' },
  ],
  [
    'ly-incident',
    'LY-D 第四十四条、LY-E 第二十一条',
    'close:filed',
    'contain:contained receive:received',
    { before: 'respond:started report:reported' },
  ],
  ['ls-incident', 'LS-D 第三十八条 报告、配合处置', 'assist:assisted', 'report:reported'],
  [
    'ls-incident',
    'LS-N 第二十二条',
    'handle:handled',
    'isolate:isolated',
    { before: 'report:reported plan:cut-off' },
  ],
  [
    'ls-incident',
    'LS-N 第二十二条',
    'restore:restored',
    'handle:handled',
    { before: 'report:reported plan:cut-off isolate:isolated' },
  ],
  [
    'ls-incident',
    'LS-D 第三十八条',
    'summarise:filed',
    'handle:handled assist:assisted',
    { before: 'report:reported plan:handle' },
  ],
  [
    'ls-incident',
    'LS-N 第二十二条',
    'summarise:filed',
    'restore:restored',
    { before: 'report:reported plan:cut-off isolate:isolated handle:handled assist:assisted' },
  ],
  [
    'ls-incident',
    'LS-D 第三十八条 重大事件',
    'summarise:filed',
    'coordinate:coordinated',
    { before: 'report:reported plan:handle handle:handled assist:assisted', facts: { level: 'II' } },
  ],
  [
    'dq-incident',
    'DQ-D 第三十一条',
    'summarise:filed',
    'plan:started contain:contained preserve:kept report:reported receive:received',
    { facts: { level: 'IV' } },
  ],
  [
    'dq-incident',
    'DQ-D 第二十六条、第三十一条',
    'summarise:filed',
    'receive:received coordinate:coordinated',
    {
      before: 'plan:started contain:contained preserve:kept report:reported',
      facts: { level: 'II' },
    },
  ],
];
