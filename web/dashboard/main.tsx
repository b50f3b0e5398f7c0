import { render } from 'preact'
import { DashboardApp } from './dashboard-app.tsx'

const place = document.getElementById('app')
if (place) render(<DashboardApp />, place)
