# Every target sets up what it needs. Nothing is written outside this folder, except by the package managers that setup.sh asks.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help demo test build bench format package clean

# Which official packages to replace by stand-ins; without it, the registry is asked (docs/packages.md).
ifdef StandInPackages
export StandInPackages
endif

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## send sample and simulated snapshots through the whole pipeline on this machine
	@build/setup.sh sdk postgres moto page packages
	@build/publish.sh
	@artifacts/bin/orglens demo $(ARGS)

test: ## build everything and run all tests
	@build/setup.sh sdk postgres moto simulator page chromium packages
	@build/publish.sh
	@build/test.sh

build: ## leave the command at artifacts/bin/orglens and the functions in artifacts/functions
	@build/setup.sh sdk page packages
	@build/publish.sh

bench: ## measure; REFERENCE=path-to-a-clone also runs the Python receiver
	@build/setup.sh sdk postgres moto page chromium packages
	@build/publish.sh
	@build/bench.sh $(if $(REFERENCE),--reference '$(REFERENCE)') $(ARGS)

format: ## put the code into its format
	@build/setup.sh sdk packages
	@dotnet format OrgLens.slnx

package: ## zip the functions for AWS Lambda and write the template to deploy (artifacts/package); ARGS=receiver also packs the command for EC2
	@build/setup.sh sdk packages
	@build/package.sh $(ARGS)

clean: ## remove what was built and the state of the local cloud
	@rm -rf artifacts .orglens
