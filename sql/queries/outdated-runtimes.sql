-- Which functions run on a Lambda runtime that is out of support, or will be within half a year?
with ends (runtime, supported_until) as (
  -- https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, as of 2026: bring up to date with it.
  values
    ('nodejs10.x', date '2021-07-30'), ('nodejs12.x', '2023-03-31'), ('nodejs14.x', '2023-12-04'), ('nodejs16.x', '2024-06-12'), ('nodejs18.x', '2025-09-01'),
    ('nodejs20.x', '2026-04-30'), ('nodejs22.x', '2027-04-30'), ('nodejs24.x', '2028-04-30'),
    ('python2.7', '2021-07-15'), ('python3.6', '2022-07-18'), ('python3.7', '2023-12-04'), ('python3.8', '2024-10-14'), ('python3.9', '2025-12-15'),
    ('python3.10', '2026-10-31'), ('python3.11', '2027-06-30'), ('python3.12', '2028-10-31'), ('python3.13', '2029-06-30'), ('python3.14', '2029-06-30'),
    ('dotnetcore2.1', '2022-01-05'), ('dotnetcore3.1', '2023-04-03'), ('dotnet5.0', '2022-05-10'), ('dotnet6', '2024-12-20'), ('dotnet7', '2024-05-14'),
    ('dotnet8', '2026-11-10'), ('dotnet10', '2028-11-14'),
    ('ruby2.5', '2021-07-30'), ('ruby2.7', '2023-12-07'), ('ruby3.2', '2026-03-31'), ('ruby3.3', '2027-03-31'), ('ruby3.4', '2028-03-31'),
    ('java8', '2024-01-08'), ('go1.x', '2024-01-08'), ('provided', '2024-01-08'), ('provided.al2', '2026-07-31')
)
select
  resource.account, resource.account_name, resource.account_type, resource.region, resource.resource_name as function, resource.engine as runtime,
  ends.supported_until, ends.supported_until - current_date as days_left, resource.creation_date as last_modified
from view_service_resources resource
join ends on ends.runtime = resource.engine
where resource.service_name = 'Lambda' and ends.supported_until < current_date + 182
order by ends.supported_until, resource.account, resource.region, function;
