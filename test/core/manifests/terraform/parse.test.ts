import { table } from '../reading.ts';

describe('Terraform', () => {
  table('main.tf', {
    'reads images and charts of resources': [
      'resource "docker_image" "x" {\n  name = "nginx:1"\n}\nresource "helm_release" "h" {\n  chart   = "redis"\n  version = "17.0"\n}\nresource "helm_release" "own" {\n  chart = "./own"\n}\nresource "other" "o" {\n  name = "a:1"\n}\n',
      'pkg:docker/library/nginx 1 runtime docker_image',
      'pkg:helm/redis 17.0 runtime helm_release',
    ],
    'reads labels without quotes': [
      'module vpc {\n  source  = "a/b/c"\n  version = "1"\n}\nprovider google {\n  version = "~> 3"\n}\n',
      'pkg:terraform/a/b/c 1 runtime module',
      'pkg:terraform/hashicorp/google ~> 3 runtime provider',
    ],
    'reads providers, modules and images': [
      'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "~> 5.0"\n    }\n    old = "~> 1.0" # c\n  }\n}\nmodule "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.1.0"\n}\nmodule "g" {\n  source = "git::https://github.com/o/m.git//sub?ref=v1.0"\n}\nmodule "l" {\n  source = "./l"\n}\nresource "x" "y" {\n  image = "nginx:1.25"\n  other = "image"\n}\n',
      'pkg:terraform/hashicorp/aws ~> 5.0 runtime required_providers',
      'pkg:terraform/hashicorp/old ~> 1.0 runtime required_providers',
      'pkg:terraform/terraform-aws-modules/vpc/aws 5.1.0 runtime module',
      'pkg:github/o/m v1.0 runtime module git',
      'pkg:docker/library/nginx 1.25 runtime image',
    ],
  });
});
