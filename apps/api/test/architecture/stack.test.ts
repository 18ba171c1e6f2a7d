import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** The libraries of the stack have one job each, and nothing beside them does it (docs/adr/0026). */
describe('nest build', () => {
  it('compiles every folder of server code: one that is forgotten would be missing in the image', () => {
    const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')) as {
      projects: Readonly<Record<string, { root: string; sourceRoot: string }>>;
    };
    const inFolder = (folder: string, others: readonly string[]) =>
      readdirSync(join(root, folder))
        .filter((name) => !others.includes(name))
        .map((name) => `${folder}/${name}`);
    expect(Object.values(projects).map((project) => project.root)).toEqual(
      expect.arrayContaining([...inFolder('libs', ['api-client']), ...inFolder('apps', ['web']), 'bench']),
    );
  });
});
