/** LZ-D 第三十条: 2 (T) + 3 (S) + 2 (S) working days, each stage decided at the time given, in local time. Played on the decider and through what-if. */
export const SHARE_TERMS: {
  name: string;
  submitted: string;
  passed: string;
  approved: string;
  due: [review: string, authorise: string, exchange: string];
}[] = [
  {
    name: 'an ordinary week',
    submitted: '2026-11-23T09:30',
    passed: '2026-11-23T16:00',
    approved: '2026-11-24T10:00',
    due: ['2026-11-25', '2026-11-26', '2026-11-26'],
  },
  {
    name: 'Spring Festival 2026: nine days off, make-up Saturdays 14 and 28 February count',
    submitted: '2026-02-12T10:00',
    passed: '2026-02-14T10:00',
    approved: '2026-02-26T17:00',
    due: ['2026-02-14', '2026-02-26', '2026-02-28'],
  },
  {
    name: 'submitted inside the Spring Festival',
    submitted: '2026-02-17T10:00',
    passed: '2026-02-25T23:59',
    approved: '2026-02-27T09:00',
    due: ['2026-02-25', '2026-02-28', '2026-03-02'],
  },
  {
    name: 'National Day 2026: off 1 to 7 October, make-up Sunday 20 September and Saturday 10 October count',
    submitted: '2026-09-29T10:00',
    passed: '2026-09-30T10:00',
    approved: '2026-10-10T08:00',
    due: ['2026-10-08', '2026-10-10', '2026-10-13'],
  },
  {
    name: 'into the make-up Sunday before National Day',
    submitted: '2026-09-17T10:00',
    passed: '2026-09-18T10:00',
    approved: '2026-09-20T10:00',
    due: ['2026-09-20', '2026-09-22', '2026-09-22'],
  },
  {
    name: 'received on a Saturday night: Monday is day 1',
    submitted: '2026-03-07T21:15',
    passed: '2026-03-10T23:59',
    approved: '2026-03-13T10:00',
    due: ['2026-03-10', '2026-03-13', '2026-03-17'],
  },
];
