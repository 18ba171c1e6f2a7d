import type { PersonDto } from './dto/approval.dto';

/** Who could decide: asked here by role, answered by whoever keeps the people. */
export abstract class AblePeople {
  /** Active people of these roles, by name. */
  abstract ofRoles(roles: readonly string[]): Promise<PersonDto[]>;

  /** How many active people there are of each role. */
  abstract counts(): Promise<{ readonly role: string; readonly people: number }[]>;
}
