export { CustomerPage } from './components/customer-page';
export { CustomersPage } from './components/customers-page';
export { EditCustomerPage } from './components/edit-customer-page';
export { NewCustomerPage } from './components/new-customer-page';
