/** Spans of working days in 2026 that cross days off and make-up days, as `starts`, `inTime` and `late` of a limit row. */

/** Five working days across the make-up Sunday of 20 September. */
export const MID_SEPTEMBER = {
  starts: '2026-09-16T10:00',
  inTime: '2026-09-22T23:59:59',
  late: '2026-09-23T00:00',
};
/** Five working days across Labour Day. */
export const LABOUR_DAY = {
  starts: '2026-04-27T10:00',
  inTime: '2026-05-07T23:59:59',
  late: '2026-05-08T00:00',
};
/** Five working days across Spring Festival, with the make-up Saturday of 14 February. */
export const SPRING = { starts: '2026-02-12T10:00', inTime: '2026-02-26T23:59:59', late: '2026-02-27T00:00' };
/** Five working days across Qingming. */
export const QINGMING = {
  starts: '2026-03-31T10:00',
  inTime: '2026-04-08T23:59:59',
  late: '2026-04-09T00:00',
};
/** Five working days across Dragon Boat. */
export const DRAGON_BOAT = {
  starts: '2026-06-16T10:00',
  inTime: '2026-06-24T23:59:59',
  late: '2026-06-25T00:00',
};
/** Five working days across National Day, with the make-up Saturday of 10 October. */
export const NATIONAL_DAY = {
  starts: '2026-09-28T10:00',
  inTime: '2026-10-10T23:59:59',
  late: '2026-10-11T00:00',
};
/** Ten working days across Spring Festival, with the make-up Saturdays of 14 and 28 February. */
export const TEN_SPRING = {
  starts: '2026-02-09T10:00',
  inTime: '2026-02-28T23:59:59',
  late: '2026-03-01T00:00',
};
/** Ten working days across Mid-Autumn and National Day. */
export const TEN_AUTUMN = {
  starts: '2026-09-21T10:00',
  inTime: '2026-10-12T23:59:59',
  late: '2026-10-13T00:00',
};
