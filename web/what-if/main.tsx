import { render } from 'preact'
import { WhatIfApp } from './what-if-app.tsx'

const place = document.getElementById('app')
if (place) render(<WhatIfApp />, place)
