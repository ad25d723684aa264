/** A setting names an environment variable that is not set. */
class MissingSecretError extends Error {
  constructor(name: string) {
    super(`the environment variable ${name}, which its settings name, is not set`);
  }
}

/** Replaces `${NAME}` by the environment variable NAME; throws MissingSecretError where there is none. */
export function expandSecrets(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new MissingSecretError(name);
    return value;
  });
}
