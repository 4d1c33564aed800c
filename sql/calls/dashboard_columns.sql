select relation, name, kind from dashboard.columns()
