from liaison_metrics.ui.shell import question
