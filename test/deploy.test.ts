/** The compose files and Kubernetes manifests are not run here: what they name is what there is, and they fit together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from '@mingsuan/server/config';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const KUBERNETES = 'deploy/kubernetes';

interface Node {
  readonly [name: string]: Node & Node[] & string;
}

/** Duplicate keys, unknown anchors and the like are faults too. */
function parsed(file: string): readonly Node[] {
  const documents = parseAllDocuments(readFileSync(join(ROOT, file), 'utf8'), { strict: true, uniqueKeys: true });
  if (!Array.isArray(documents)) throw new Error(`${file} is empty`);
  expect([file, documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])]).toEqual([file, []]);
  return documents.map((document) => document.toJS());
}

const OURS = new Set(Object.values(VARIABLES).map(({ name }) => name as string));
/** What the image of PostgreSQL knows. */
const OF_POSTGRES = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'POSTGRES_INITDB_ARGS', 'PGDATA'];
const isOurs = (image: string | undefined): boolean => image === undefined || image.startsWith('mingsuan:');
const unknownTo = (image: string | undefined, names: readonly string[]): readonly string[] =>
  names.filter((name) => !(isOurs(image) ? OURS.has(name) : OF_POSTGRES.includes(name)));

/** What a container runs, of what the image holds. */
const COMMANDS = [undefined, ['node', 'packages/server/dist/main.js', 'worker']];

describe.each(['compose.yaml', 'deploy/compose.single.yaml', 'deploy/compose.workers.yaml'])('%s', (file) => {
  const [compose] = parsed(file);
  const services = Object.entries(compose!.services!) as readonly (readonly [string, Node])[];

  test('names only settings, commands, volumes and services that there are', () => {
    const volumes = Object.keys(compose!.volumes!);
    const names = services.map(([name]) => name);
    for (const [name, service] of services) {
      const { image, environment, command, depends_on = {} } = service;
      expect([name, unknownTo(image, Object.keys(environment!))]).toEqual([name, []]);
      expect(COMMANDS).toContainEqual(command);
      expect(names).toEqual(expect.arrayContaining(Object.keys(depends_on)));
      const mounted = (service.volumes as unknown as string[]).map((volume) => volume.split(':')[0]);
      expect(volumes).toEqual(expect.arrayContaining(mounted));
      if (service.build) expect(existsSync(join(ROOT, file, '..', service.build, 'Dockerfile'))).toBe(true);
    }
  });

  test('asks for its secrets and has none; whatever reads strangers’ files has no rights', () => {
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/(?:PASSWORD|TOKEN|SECRET)\w*: (?!\$\{)\S/);
    for (const [, { image, read_only, cap_drop, restart }] of services) {
      expect(restart).toBe('unless-stopped');
      if (isOurs(image)) expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  test('works on imports exactly once', () => {
    const workers = services.filter(([, { command }]) => command !== undefined);
    for (const [, { environment }] of services.filter(([, { image, command }]) => isOurs(image) && !command)) {
      expect(environment!.MINGSUAN_IMPORTS ?? 'on').toBe(workers.length > 0 ? 'off' : 'on');
    }
  });
});

describe(KUBERNETES, () => {
  const files = readdirSync(join(ROOT, KUBERNETES));
  const objects = files.flatMap((file) => parsed(join(KUBERNETES, file)));
  const of = (kind: string) => objects.filter((object) => object.kind === (kind as unknown));
  const workloads = [...of('Deployment'), ...of('StatefulSet')];
  const names = (kind: string) => of(kind).map(({ metadata }) => metadata!.name as string);

  test('each object has a version, a kind and a name of its own; each file is applied, but for the example', () => {
    const ids = objects
      .filter(({ kind }) => kind !== ('Kustomization' as unknown))
      .map(({ kind, metadata }) => `${kind} ${metadata!.name}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { apiVersion, kind } of objects) expect(VERSIONS[kind as unknown as string]).toBe(apiVersion);
    const applied = of('Kustomization')[0]!.resources as unknown as string[];
    expect([...applied, 'kustomization.yaml', 'secret.example.yaml'].sort()).toEqual([...files].sort());
  });

  test.each(workloads.map((workload) => [workload.metadata!.name as string, workload]))(
    '%s fits together',
    (_, { spec }) => {
      const { selector, template, volumeClaimTemplates = [] } = spec!;
      expect(template!.metadata!.labels).toMatchObject(selector!.matchLabels as object);
      const pod = template!.spec!;
      const claims = (volumeClaimTemplates as Node[]).map(({ metadata }) => metadata!.name as string);
      const volumes = ((pod.volumes ?? []) as Node[]).map(({ name }) => name as string);
      for (const { persistentVolumeClaim } of (pod.volumes ?? []) as Node[])
        if (persistentVolumeClaim) expect(names('PersistentVolumeClaim')).toContain(persistentVolumeClaim.claimName);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true });
      for (const container of pod.containers as Node[]) {
        const { image, env, envFrom = [], volumeMounts, ports, command, resources, securityContext } = container;
        expect(
          unknownTo(
            image,
            (env as Node[]).map(({ name }) => name as string),
          ),
        ).toEqual([]);
        expect((volumeMounts as Node[]).map(({ name }) => name).sort()).toEqual([...volumes, ...claims].sort());
        expect(COMMANDS).toContainEqual(command);
        expect(resources!.limits!.memory).toMatch(/^\d+Gi$/);
        expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
        for (const { valueFrom } of env as Node[]) {
          if (!valueFrom) continue;
          const { name, key } = valueFrom.secretKeyRef!;
          expect(names('Secret')).toContain(name);
          expect(Object.keys(of('Secret')[0]!.stringData!)).toContain(key);
        }
        for (const { configMapRef } of envFrom as Node[]) expect(names('ConfigMap')).toContain(configMapRef!.name);
        const doors = (ports as Node[]).map(({ name }) => name as string);
        for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
          const asked = container[probe]?.httpGet ?? container[probe]?.tcpSocket;
          if (asked) expect(doors).toContain(asked.port);
        }
      }
    },
  );

  test('a service leads to pods and to a door of theirs; what is scaled is there', () => {
    for (const { metadata, spec } of of('Service')) {
      const target = workloads.find(({ metadata: { labels } = {} as Node }) =>
        Object.entries(spec!.selector!).every(([key, value]) => labels![key] === value),
      );
      expect(target, `${metadata!.name}`).toBeDefined();
      const doors = (target!.spec!.template!.spec!.containers as Node[]).flatMap(({ ports }) =>
        (ports as Node[]).map(({ name }) => name),
      );
      for (const { targetPort } of spec!.ports as Node[]) expect(doors).toContain(targetPort);
    }
    for (const { spec } of of('HorizontalPodAutoscaler'))
      expect(names('Deployment')).toContain(spec!.scaleTargetRef!.name);
    expect(Object.keys(of('ConfigMap')[0]!.data!).filter((name) => !OURS.has(name))).toEqual([]);
  });
});

const VERSIONS: Readonly<Record<string, string>> = {
  Kustomization: 'kustomize.config.k8s.io/v1beta1',
  ConfigMap: 'v1',
  Secret: 'v1',
  Service: 'v1',
  PersistentVolumeClaim: 'v1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
};

describe('Dockerfile', () => {
  const lines = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').split('\n');

  test('copies what there is, runs as nobody in particular, and starts the program', () => {
    const copied = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    for (const path of copied) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    expect(lines).toContain('USER node');
    expect(lines).toContain('CMD ["node", "packages/server/dist/main.js"]');
  });
});
