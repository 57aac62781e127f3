/** Events that are to be recorded contradict events that are there. No retry can mend it. */
export class RecordConflict extends Error {
  override readonly name = 'RecordConflict';
  constructor(
    readonly caseNo: string,
    readonly seq: number,
  ) {
    super(`case ${caseNo}: another event ${seq} is recorded already`);
  }
}

/** Events are missing between the record and those that are to follow it. Nothing was written. */
export class RecordGap extends Error {
  override readonly name = 'RecordGap';
  constructor(
    readonly caseNo: string,
    /** Number of the last recorded event; 0: the case is not there. */
    readonly recordedSeq: number,
    /** Number of the first event offered that does not follow. */
    readonly offeredSeq: number,
  ) {
    super(`case ${caseNo}: recorded up to ${recordedSeq}, event ${offeredSeq} does not follow`);
  }
}
