import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'incident/geometry';

type Point = readonly [latitude: number, longitude: number];

export const incidentGeometry: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Phones and other sites decide by the shape whether an alert concerns the one who holds them.',
  from: 'OASIS Common Alerting Protocol 1.2, section 3.2.4; Google’s rules for public alerts',
  check(drafts) {
    return originalsOf(drafts, 'updates').flatMap((draft) => {
      const { geometry } = draft.fields;
      if (!geometry) return [];
      const { polygons, circles, geocodes } = geometry;
      const at = (path: readonly (string | number)[], message: string, hint: string) =>
        problemAtField(draft, ['geometry', ...path], { ruleId: id, message, hint });
      if (polygons.length + circles.length + geocodes.length === 0) {
        return [
          at(
            [],
            'Missing shape: the alert says nowhere for machines',
            'write a polygon, a circle or a geocode under `geometry`',
          ),
        ];
      }
      return polygons.flatMap((ring, index) => {
        const first = ring[0];
        const last = ring.at(-1);
        if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
          return [
            at(
              ['polygons', index],
              'Unexpected open polygon: its last point is not its first',
              `write [${first.join(', ')}] once more at its end`,
            ),
          ];
        }
        const crossing = crossingIn(ring);
        return crossing
          ? [
              at(
                ['polygons', index],
                `Unexpected polygon that crosses itself between its points ${crossing[0]} and ${crossing[1]}`,
                'write its points in the order in which one walks round it; the first number is the latitude',
              ),
            ]
          : [];
      });
    });
  },
  examples: [
    { name: 'a triangle', changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate() }, said: [] },
    {
      name: 'a polygon that is open',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({
          geometry: '{ polygons: [[[31.6, 74.2], [31.6, 74.4], [31.4, 74.4], [31.4, 74.2]]] }',
        }),
      },
      said: [
        `${FIRST_UPDATE}:10:24 Unexpected open polygon: its last point is not its first → write [31.6, 74.2] once more at its end`,
      ],
    },
    {
      name: 'a polygon that crosses itself',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({
          geometry: '{ polygons: [[[31.6, 74.2], [31.4, 74.4], [31.6, 74.4], [31.4, 74.2], [31.6, 74.2]]] }',
        }),
      },
      said: [
        `${FIRST_UPDATE}:10:24 Unexpected polygon that crosses itself between its points 1 and 3 → write its points in the order in which one walks round it; the first number is the latitude`,
      ],
    },
    {
      name: 'no shape at all',
      changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate({ geometry: '{}' }) },
      said: [
        `${FIRST_UPDATE}:10:11 Missing shape: the alert says nowhere for machines → write a polygon, a circle or a geocode under \`geometry\``,
      ],
    },
  ],
};

/** The numbers, from 1, of the first two sides of a closed ring that cross or touch; neighbours meet and do not count. */
function crossingIn(ring: readonly Point[]): readonly [number, number] | undefined {
  const sides = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  for (const [i, a] of sides.entries()) {
    for (let j = i + 2; j < sides.length; j += 1) {
      const b = sides[j];
      const areNeighbours = i === 0 && j === sides.length - 1;
      if (b && !areNeighbours && doCross(a, b)) return [i + 1, j + 1];
    }
  }
  return undefined;
}

function doCross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const [d1, d2, d3, d4] = [turn(c, d, a), turn(c, d, b), turn(a, b, c), turn(a, b, d)];
  if (d1 * d2 < 0 && d3 * d4 < 0) return true;
  return (
    (d1 === 0 && isBetween(c, d, a)) ||
    (d2 === 0 && isBetween(c, d, b)) ||
    (d3 === 0 && isBetween(a, b, c)) ||
    (d4 === 0 && isBetween(a, b, d))
  );
}

/** On which side of the line from `p` to `q` a point lies; 0 on it. */
function turn(p: Point, q: Point, point: Point): number {
  return (q[0] - p[0]) * (point[1] - p[1]) - (q[1] - p[1]) * (point[0] - p[0]);
}

function isBetween(p: Point, q: Point, point: Point): boolean {
  return [0, 1].every(
    (axis) =>
      Math.min(p[axis] ?? 0, q[axis] ?? 0) <= (point[axis] ?? 0) &&
      (point[axis] ?? 0) <= Math.max(p[axis] ?? 0, q[axis] ?? 0),
  );
}
