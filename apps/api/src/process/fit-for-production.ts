import { ConfigError, loadConfig } from '../platform/config';
import { demoRemains } from './demo-remains';

/** What of the environment no configuration can be made of. */
export function configProblems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** What is unfit for production, in the environment and in the database it names. */
export async function productionProblems(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { DATABASE_URL: url = '' } = env;
  // A database that cannot be reached is reported by the one who needs it next.
  const remains = URL.canParse(url) ? await demoRemains(url).catch(() => []) : [];
  return [...configProblems(env), ...remains];
}

/** The API as a process of its own. @throws ConfigError with everything that keeps it from being one in production */
export async function requireFitForProduction(env: NodeJS.ProcessEnv): Promise<void> {
  if (env.NODE_ENV !== 'production') return;
  const problems = await productionProblems(env);
  if (problems.length > 0) throw new ConfigError(problems);
}
