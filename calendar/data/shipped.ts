/** The calendars and releases that ship with the program. */
import type { CalendarLayer, Release } from '../releases.ts';
import { LAYERS, LOCAL_RELEASES } from './local.ts';
import { NATIONAL_2007_2016 } from './national-2007-2016.ts';
import { NATIONAL_2017_2026 } from './national-2017-2026.ts';
import { NATIONAL_CHANGES } from './national-changes.ts';
import { releasesOf } from './notice-days.ts';

/** All layers, national first. */
export const calendars: CalendarLayer[] = LAYERS;

/** All releases; versions are in the order of publication within each calendar. */
export const releases: Release[] = [
  ...releasesOf('cn', [...NATIONAL_2007_2016, ...NATIONAL_2017_2026, ...NATIONAL_CHANGES]),
  ...LOCAL_RELEASES,
];
