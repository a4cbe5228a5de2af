import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filmPlace, type Recording } from '../model/recording.ts';
import { captionCues, type TranscriptPart, transcript } from './captions.ts';

interface Recorded {
  /** The language file, from the project's root. */
  file: string;
  recording: Recording;
}

/** Names of the files beside a language file that its recording shows: film, captions, still. */
export function recordingFiles({ recording: { video, captions, poster } }: Recorded): string[] {
  return [...(filmPlace(video).kind === 'own' ? [video] : []), captions, ...(poster ? [poster] : [])].map((name) =>
    path.posix.normalize(name),
  );
}

/** The bytes of a file beside a language file. Throws as the file system does: reading has found it there. */
export async function recordingBytes(root: string, file: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path.join(root, path.dirname(file), name)));
}

/** What is said in a recording, from its captions. Throws as the file system does. */
export async function recordingTranscript(root: string, { file, recording }: Recorded): Promise<TranscriptPart[]> {
  const text = new TextDecoder().decode(await recordingBytes(root, file, recording.captions));
  return transcript(captionCues(text));
}
