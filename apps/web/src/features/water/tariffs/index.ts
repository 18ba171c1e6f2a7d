export { ProposeVersionPage } from './components/propose-version-page';
export { TariffPage } from './components/tariff-page';
export { TariffsPage } from './components/tariffs-page';
