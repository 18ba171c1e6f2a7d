// The variables and the ground of the library the staff's pages are built with; its components stay there (budget: 14 KB).
import '../components/base.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import 'virtual:theme.css';
import './first-screen.css';
