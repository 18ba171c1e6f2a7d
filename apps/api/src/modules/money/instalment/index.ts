export { instalment } from './instalment.parts';
export { EndPlan } from './end-plan.service';
export { PlanInstalments } from './plan-instalments.service';
