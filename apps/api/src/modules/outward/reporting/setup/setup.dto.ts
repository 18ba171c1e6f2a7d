import { ApiProperty } from '@nestjs/swagger';

export const SETUP_STEPS = ['letterhead', 'regions', 'tariffs', 'users', 'bank', 'customers'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

class SetupStepDto {
  @ApiProperty({ enum: SETUP_STEPS }) step: SetupStep;
  @ApiProperty() done: boolean;
}

export class SetupDto {
  @ApiProperty({ type: [SetupStepDto] }) steps: readonly SetupStepDto[];
  @ApiProperty() done: boolean;
  @ApiProperty({
    description: 'Banks that were made and not opened: nothing but certifications is paid there',
  })
  banks_not_live: number;
  @ApiProperty({ description: 'No bill was ever issued: the installation is being set up' })
  in_setup: boolean;
}
