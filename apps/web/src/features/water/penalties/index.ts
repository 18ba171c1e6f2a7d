export { PenaltyPoliciesPage } from './components/penalty-policies-page';
export { ProposePolicyPage } from './components/propose-policy-page';
