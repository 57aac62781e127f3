import { KEEPERS, READERS, type Reader } from '../../procedures/register-keepers.ts';
import type { Jurisdiction } from '../../procedures/regulations.ts';
import type { RegisterId } from '../../procedures/schema.ts';
import type { LinePart, LineScope } from '../../store/index.ts';
import { oversees, supervisionScope, type Viewer } from '../security/viewer.ts';

type Readers = Partial<Record<RegisterId, Partial<Record<Jurisdiction, readonly Reader[]>>>>;

/** What the viewer reads of registers by being one of these readers, each role where it is held. */
const partsFor = (viewer: Viewer, readers: Readers): LinePart[] =>
  Object.entries(readers).flatMap(([register, places]) =>
    Object.entries(places).flatMap(([jurisdiction, some]) => {
      const roles = viewer.grants
        .filter((grant) => grant.jurisdiction === jurisdiction)
        .map(({ role }) => role);
      const isOne = ({ by }: Reader): boolean => (by === 'everybody' ? roles.length > 0 : roles.includes(by));
      return some
        .filter(isOne)
        .map(({ of, marked }) => ({ register: register as RegisterId, jurisdiction, of, marked }));
    }),
  );

/**
 * Lines that the viewer sees in full: of the viewer's departments, whose things or data they are or who have decided on them; of
 * jurisdictions watched over; and of registers that the viewer keeps.
 */
export const fullScopeOf = (viewer: Viewer): LineScope =>
  oversees(viewer)
    ? 'all'
    : {
        departments: [...new Set(viewer.grants.map(({ department }) => department))],
        jurisdictions: supervisionScope(viewer)?.jurisdictions ?? [],
        parts: partsFor(viewer, KEEPERS),
      };

/** All lines that the viewer sees, those included of which only the columns are theirs to see. */
export const lineScopeOf = (viewer: Viewer): LineScope => {
  const full = fullScopeOf(viewer);
  return full === 'all' ? full : { ...full, parts: [...(full.parts ?? []), ...partsFor(viewer, READERS)] };
};
