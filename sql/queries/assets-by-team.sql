-- Assets by team and application
select team, application, environment, kind, assets, active, accounts
from view_assets_by_team
order by team, application, environment, kind;
