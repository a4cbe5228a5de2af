import type { APIContext } from 'astro';
import { desk } from '../../components/desk.ts';
import { recordingPath } from '../../model/addresses.ts';
import type { Recording } from '../../model/recording.ts';
import { recordingBytes, recordingFiles } from '../../reading/recording-files.ts';

const TYPES: Readonly<Record<string, string>> = {
  webm: 'video/webm',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** The films, captions and stills that the desk keeps itself. */
export async function getStaticPaths() {
  const { events, episodes } = await desk();
  const kinds = { events, episodes } as const;
  const found = (['events', 'episodes'] as const).flatMap((kind) =>
    kinds[kind].flatMap(({ id, versions }) =>
      Object.values(versions).flatMap(({ file, recording }: { file: string; recording?: Recording | undefined }) =>
        (recording ? recordingFiles({ file, recording }) : []).map((name) => ({
          params: { file: recordingPath(kind, id, name).slice('recordings/'.length) },
          props: { file, name },
        })),
      ),
    ),
  );
  // Languages may share a film or a still.
  return [...new Map(found.map((one) => [one.params.file, one])).values()];
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The file as it stands beside the language file. */
export async function GET({ props: { file, name } }: APIContext<Props>): Promise<Response> {
  return new Response(await recordingBytes(BUILD_INPUTS.root, file, name), {
    headers: { 'content-type': TYPES[name.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream' },
  });
}
