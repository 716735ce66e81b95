-- Whoever looks after a panel asks Discord meanwhile, which may take long: nobody else does until then.
alter table onboarding_panels add column lease_until timestamptz;
