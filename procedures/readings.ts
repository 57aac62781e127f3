/** House rules on words that several texts use alike, so that they are read alike. */

/**
 * 前: 民法典第一千二百五十九条 counts in the number after 以内 and leaves out that after 以外, and is silent on 前. LY 第四项 (25日前),
 * LY-D 第四十七条 and LY-E 第七条 (月底前), AH 第六条 (暂停或终止前).
 */
export const BEFORE =
  '“前”的含义民法典第一千二百五十九条未定，本系统一律这样理解：写某日（月底）前的，含该日，至其24时届满；写某事前的，至该事开始之时为止，不含其开始之日。';

/** 期限 of a grant, which of all texts only LS-D 第二十二条 names (截止时间): an authorisation for good would never be looked at again. */
export const GRANT_TERM =
  '条文未要求使用（授权）期限；凡授权均须定有期限、到期失效，需继续使用的重新申请，是本系统规则。';
