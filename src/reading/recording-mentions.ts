import type { FieldPath, Mention } from '../model/draft.ts';
import type { Position } from '../model/problem.ts';
import type { Recording } from '../model/recording.ts';

/** The film, the captions and the still that the fields of an item name. */
export function recordingMentions(
  fields: Readonly<Record<string, unknown>>,
  locate: (path: FieldPath) => Position,
): Mention[] {
  // Fields that are right have the form of their schema.
  const recording = fields.recording as Recording | undefined;
  if (!recording) return [];
  const { video, captions, poster, consent, people } = recording;
  const said = { ...(consent !== undefined && { consent }), ...(people !== undefined && { people }) };
  const at = (name: keyof Recording) => locate(['recording', name]);
  return [
    { kind: 'film', value: video, position: at('video'), consent: said },
    { kind: 'captions', value: captions, position: at('captions') },
    ...(poster === undefined ? [] : [{ kind: 'image' as const, value: poster, position: at('poster'), consent: said }]),
  ];
}
