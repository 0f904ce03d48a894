import { ProblemError } from '../../core/problem.ts';
import { type GivenProject, readProjects } from '../../core/scenario/projects.ts';
import { apiUrl, send } from '../data/http.ts';

/** What the field for a file of projects takes. */
export const PROJECT_FILES = '.geojson,.json,.zip,application/geo+json,application/json,application/zip';

const isZip = (file: File) => /\.zip$/i.test(file.name) || file.type === 'application/zip';

/** The server unpacks a zip and brings its coordinates to degrees; nothing of it is kept there. */
async function unzipped(file: File): Promise<unknown> {
  const response = await send(apiUrl('/scenarios/projects'), {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: file,
  });
  return response.json();
}

async function parsed(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch (error) {
    throw new ProblemError('bad-input', 'The file is no JSON.', {}, error);
  }
}

/** The projects in a GeoJSON file, or in a zip with a shapefile: all of them, or an error that names the one at fault. */
export async function projectsIn(file: File): Promise<GivenProject[]> {
  return readProjects(await (isZip(file) ? unzipped(file) : parsed(file)));
}
