export { RefusalWitness } from './certification/refusal-witness';
export { bankLab } from './bank-lab.parts';
