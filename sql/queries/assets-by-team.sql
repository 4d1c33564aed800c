-- Whose assets are there: how many of each kind does each team have?
select team, application, environment, kind, assets, active, accounts
from view_assets_by_team
order by team, application, environment, kind;
