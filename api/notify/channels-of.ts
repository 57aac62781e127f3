import type { NoticeKind } from '../../store/index.ts';
import type { ChannelId } from './notifier.ts';

/** By which channels a kind of notice goes out. A channel that the installation has not switched on is left out. */
type Way = {
  channels: readonly ChannelId[];
  /** Goes before everything that is not. */
  urgent: boolean;
};

const ORDINARY: Way = { channels: ['in-app', 'e-mail'], urgent: false };
/** A release of a calendar moves the ends of thousands of cases at once: who reads of one may read of all, nobody is sent a flood. */
const QUIET: Way = { channels: ['in-app'], urgent: false };
/** Somebody has not done what was due: whoever stands above is to hear of it away from the desk as well. */
const SUPERIOR: Way = { channels: ['in-app', 'e-mail', 'sms'], urgent: true };
/** LZ-P 第一百六十八条: 值班人员要及时通过电话、短信等方式通知. */
const CALL: Way = { channels: ['in-app', 'e-mail', 'sms', 'telephone'], urgent: true };

export const CHANNELS_OF: Readonly<Record<NoticeKind, Way>> = {
  'task-opened': ORDINARY,
  transferred: ORDINARY,
  'due-soon': ORDINARY,
  urged: ORDINARY,
  'supplement-requested': ORDINARY,
  'clock-paused': ORDINARY,
  'clock-resumed': ORDINARY,
  'clock-extended': ORDINARY,
  'deadline-moved': QUIET,
  'case-closed': ORDINARY,
  copied: ORDINARY,
  'grant-expiring': ORDINARY,
  'licence-expiring': ORDINARY,
  'grant-suspended': ORDINARY,
  'grant-resumed': ORDINARY,
  'grant-revoked': ORDINARY,
  'grant-misused': ORDINARY,
  escalated: SUPERIOR,
  'duty-call': CALL,
};
