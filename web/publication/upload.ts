import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { HomeBasis } from '../../core/access/population/homes.ts';
import { carryOver } from '../data/carryOver.ts';
import { askInEvents } from '../data/events.ts';
import { getJson } from '../data/http.ts';
import type { Ground } from '../data/queries.ts';
import type { ReleaseView } from '../data/types.ts';
import { showRelease } from '../state/release.ts';

export type UploadKind = 'network' | 'facilities' | 'homes';

/** Columns that a list may have, beside its geometry. */
export const UPLOAD_COLUMNS = {
  facilities: ['key', 'name', 'functions', 'area', 'lat', 'lon'],
  homes: ['weight', 'lat', 'lon'],
} as const;

/** What is said with a file, as the form has it. */
export type UploadForm = {
  kind: UploadKind;
  synthetic: boolean;
  functions: readonly string[];
  /** What the records of a file of homes are, where it is not OpenStreetMap. */
  basis: HomeBasis;
  /** Columns of a list that is not OpenStreetMap: role or attribute → column. */
  columns: Readonly<Record<string, string>>;
};

export type UploadFinding = { severity: string; check: string; feature: string | null; message: string };
export type Imported = {
  release: string;
  unchanged: boolean;
  datasets: { itemKey: string; rowCount: number }[];
  findings: UploadFinding[];
  findingsInAll: number;
};

/** A file on its way in; one at a time, and it goes on while another place is looked at. */
export type Uploading = {
  state: 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
  fileName: string;
  news: { text: string; done: number | null } | null;
  imported: Imported | null;
  error: unknown;
};

const IDLE: Uploading = { state: 'idle', fileName: '', news: null, imported: null, error: null };
export const useUploading = create<Uploading>()(() => IDLE);

/** OpenStreetMap says itself what its places are for. */
export const isOsmName = (name: string) => /\.(osm|pbf)$/i.test(name);

let end: (() => void) | null = null;

/** The address of an import: `region` is the one on screen. */
export function uploadPath(
  region: string,
  fileName: string,
  { kind, synthetic, functions, basis, columns }: UploadForm,
): string {
  const query = new URLSearchParams({ region, file: fileName });
  if (synthetic) query.set('synthetic', 'true');
  if (kind !== 'network' && !isOsmName(fileName)) {
    if (kind === 'homes') query.set('basis', basis);
    else for (const one of functions) query.append('function', one);
    for (const role of UPLOAD_COLUMNS[kind]) {
      const column = columns[role]?.trim() ?? '';
      if (column !== '') query.append('column', `${role}=${column}`);
    }
  }
  return `/imports/${kind}?${query}`;
}

/** Sends a file and, once it is in, takes the release that holds it on screen. */
export function startUpload(client: QueryClient, ground: Ground, file: File, form: UploadForm): void {
  end?.();
  useUploading.setState({ ...IDLE, state: 'running', fileName: file.name });
  const failed = (error: unknown) => useUploading.setState({ state: 'failed', error });
  end = askInEvents(uploadPath(ground.region, file.name, form), file, {
    last: 'imported',
    told: ({ name, data }) => {
      if (name === 'progress') useUploading.setState({ news: data as Uploading['news'] });
      if (name !== 'imported') return;
      const imported = data as unknown as Imported;
      useUploading.setState({ state: 'done', imported, news: null });
      takeUp(client, ground.release, imported.release).catch(failed);
    },
    failed,
  });
}

async function takeUp(client: QueryClient, before: string, release: string): Promise<void> {
  const newest = await getJson<ReleaseView>(`/releases/${release}`, {});
  carryOver(client, before, newest.hash);
  client.setQueryData(['current-release'], newest);
  showRelease(newest);
}

/** Stops an import, here and on the server; nothing of the file is kept. */
export function cancelUpload(): void {
  end?.();
  end = null;
  useUploading.setState({ ...IDLE, state: 'cancelled' });
}
